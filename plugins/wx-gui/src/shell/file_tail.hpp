// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace p2pchat::wx_gui {

/// The last lines of a file, at most 256 KiB; empty when it cannot be read.
std::string file_tail(const std::string& file);

}  // namespace p2pchat::wx_gui
