// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

namespace p2pchat::bottle {

/// What the plugin's own table of the configuration says.
struct Settings {
  std::uint32_t stamp_bits = 18;        ///< of my bottles, and the least accepted
  std::uint32_t throws_per_hour = 6;    ///< of mine
  std::uint32_t sender_per_hour = 6;    ///< taken over from one creator
  std::uint32_t address_per_hour = 60;  ///< taken over on the first hop from one address
  std::uint32_t beach_capacity = 200;   ///< others' bottles that lie here
  std::uint32_t ttl_days = 7;           ///< of a bottle thrown without a time of its own, 14 at most
};

/// Reads them. Errors: `invalid`, naming the key and its bounds.
sdk::Status read_settings(sdk::Host& host, Settings& settings);

}  // namespace p2pchat::bottle
