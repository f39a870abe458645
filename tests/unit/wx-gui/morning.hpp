// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::wx_gui {

inline constexpr std::uint64_t hour = 3'600'000;
inline constexpr std::uint64_t morning = 1'764'064'800'000;  ///< Tuesday 25 November 2025, 10:00 UTC

}  // namespace p2pchat::wx_gui
