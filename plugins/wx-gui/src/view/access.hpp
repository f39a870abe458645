// SPDX-License-Identifier: MIT
#pragma once
#include <wx/window.h>

#include <string>

namespace p2pchat::wx_gui {

/// Says what a control is to those who cannot see it (AT-SPI). wx does not do that on GTK, so it goes to ATK directly.
void name_for_access(wxWindow& window, const std::string& name);

}  // namespace p2pchat::wx_gui
