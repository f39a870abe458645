// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::wx_gui {

/// Whether the desktop wants pictures to move: `gtk-enable-animations`, which it keeps up to date.
bool desktop_moves();

}  // namespace p2pchat::wx_gui
