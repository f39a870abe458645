// SPDX-License-Identifier: MIT
#pragma once
#include <wx/window.h>

#include <string>
#include <vector>

namespace p2pchat::wx_gui {

/// What somebody could not read, or not hear of, in a window: labels and buttons narrower than their words, what lies
/// outside of what it is in, what was given no size, controls that screen readers have no name for. A sentence each.
std::vector<std::string> faults_of(wxWindow& window);

/// Labels and names of controls that are English sentences: several words, and nothing of another script. Empty in a
/// window that speaks Chinese, but for what people and plugins wrote.
std::vector<std::string> english_of(wxWindow& window);

}  // namespace p2pchat::wx_gui
