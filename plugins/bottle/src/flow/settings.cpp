// SPDX-License-Identifier: MIT
#include "flow/settings.hpp"

#include "bottle/number.hpp"

namespace p2pchat::bottle {

sdk::Status read_settings(sdk::Host& host, Settings& settings) {
  for (const auto& number :
       {Number{"stamp_bits", settings.stamp_bits, 0, 32}, Number{"throws_per_hour", settings.throws_per_hour, 1, 3'600},
        Number{"sender_per_hour", settings.sender_per_hour, 1, 3'600},
        Number{"address_per_hour", settings.address_per_hour, 1, 360'000},
        Number{"beach_capacity", settings.beach_capacity, 1, 10'000}, Number{"ttl_days", settings.ttl_days, 1, 14}})
    if (auto status = read_number(host, number); !status.ok()) return status;
  return {};
}

}  // namespace p2pchat::bottle
