// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <string>

namespace p2pchat::wx_gui {

/// How many octets the files of a folder have whose names begin so; 0 where there are none.
std::uint64_t octets_in(const std::string& folder, const std::string& beginning);

}  // namespace p2pchat::wx_gui
