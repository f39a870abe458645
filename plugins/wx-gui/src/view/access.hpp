// SPDX-License-Identifier: MIT
#pragma once
#include <wx/window.h>

#include <string>

namespace p2pchat::wx_gui {

/// What a control is to those who cannot see it; `as_it_is` leaves what GTK says.
enum class Role { as_it_is, button, list, picture, text };

/// Says what a control is called, and what it is, to those who cannot see it (AT-SPI). wx does not do that on GTK, so
/// it goes to ATK directly. Said again with other words, the new ones are announced.
void name_for_access(wxWindow& window, const std::string& name, Role role = Role::as_it_is);

/// The widget of GTK that has the focus when the control has it: within what scrolls, the one that is scrolled.
void* widget_of(wxWindow& window);

/// What those who cannot see it are told of a control; empty for nothing.
std::string name_of_access(wxWindow& window);

}  // namespace p2pchat::wx_gui
