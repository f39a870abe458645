// SPDX-License-Identifier: MIT
#pragma once
#include <wx/image.h>

#include <string>

namespace p2pchat::wx_gui {

/// What is on the screen where the windows of the program are, without what a window manager puts around them.
wxImage windows_on_screen();

/// Which part of a picture has exactly this colour, 0 to 1.
double part_of(const wxImage& picture, unsigned char red, unsigned char green, unsigned char blue);

/// Writes `name`.png into the folder that P2PCHAT_SCREENSHOTS names, when that is set.
void keep(const wxImage& picture, const std::string& name);

}  // namespace p2pchat::wx_gui
