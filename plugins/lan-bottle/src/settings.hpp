// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/number.hpp"

namespace p2pchat::lan_bottle {

/// What the plugin's own table of the configuration says.
struct Settings {
  std::uint32_t throws_per_hour = 6;   ///< of mine
  std::uint32_t sender_per_hour = 6;   ///< taken from one creator
  std::uint32_t beach_capacity = 200;  ///< others' notes that lie here
  std::uint32_t ttl_days = 7;          ///< of a note thrown without a time of its own, 14 at most
};

/// Reads them. Errors: `invalid`, naming the key and its bounds.
inline sdk::Status read_settings(sdk::Host& host, Settings& settings) {
  for (const auto& number : {bottle::Number{"throws_per_hour", settings.throws_per_hour, 1, 3'600},
                             bottle::Number{"sender_per_hour", settings.sender_per_hour, 1, 3'600},
                             bottle::Number{"beach_capacity", settings.beach_capacity, 1, 10'000},
                             bottle::Number{"ttl_days", settings.ttl_days, 1, 14}})
    if (auto status = bottle::read_number(host, number); !status.ok()) return status;
  return {};
}

}  // namespace p2pchat::lan_bottle
