// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <optional>
#include <string>

namespace p2pchat::wx_gui {

/// The first octets of a file, at most so many; nothing when it is no plain file, or cannot be read.
std::optional<std::string> file_start(const std::string& file, std::size_t most);

}  // namespace p2pchat::wx_gui
