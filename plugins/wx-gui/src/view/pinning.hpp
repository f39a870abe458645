// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::wx_gui {

/// Keeps the libraries of wx and GTK in the process for good. The types they register outlive their code otherwise, and
/// a second start in the same process hangs. To be called before they are used.
void pin_toolkit();

}  // namespace p2pchat::wx_gui
