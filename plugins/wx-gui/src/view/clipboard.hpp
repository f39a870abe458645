// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace p2pchat::wx_gui {

/// Puts a text on the clipboard, if the desktop lends it.
void copy_to_clipboard(const std::string& text);

}  // namespace p2pchat::wx_gui
