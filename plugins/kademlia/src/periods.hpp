// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::kademlia {

inline constexpr std::uint64_t second_us = 1'000'000, minute_us = 60 * second_us, hour_us = 60 * minute_us;

}  // namespace p2pchat::kademlia
