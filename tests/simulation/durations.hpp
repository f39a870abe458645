// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::simulation {

inline constexpr std::uint64_t second_us = 1'000'000, minute_us = 60 * second_us, minute_ms = 60'000;

}  // namespace p2pchat::simulation
