// SPDX-License-Identifier: MIT
#include "flow/settings.hpp"

#include <charconv>
#include <string>

namespace p2pchat::bottle {
namespace {

struct Bounds {
  const char* key;
  std::uint32_t Settings::*value;
  std::uint32_t least, most;
};

constexpr Bounds all_bounds[] = {{"stamp_bits", &Settings::stamp_bits, 0, 32},
                                 {"throws_per_hour", &Settings::throws_per_hour, 1, 3'600},
                                 {"sender_per_hour", &Settings::sender_per_hour, 1, 3'600},
                                 {"address_per_hour", &Settings::address_per_hour, 1, 360'000},
                                 {"beach_capacity", &Settings::beach_capacity, 1, 10'000},
                                 {"ttl_days", &Settings::ttl_days, 1, 14}};

}  // namespace

sdk::Status read_settings(sdk::Host& host, Settings& settings) {
  for (const auto& [key, value, least, most] : all_bounds) {
    std::string text;
    sdk::OutTo out(text);
    if (!host.config(key, out)) continue;
    std::uint32_t number = 0;
    const auto* end = text.data() + text.size();
    const auto [at, error] = std::from_chars(text.data(), end, number);
    if (error != std::errc{} || at != end || number < least || number > most)
      return {sdk::Errc::invalid,
              std::string(key) + " is a number from " + std::to_string(least) + " to " + std::to_string(most)};
    settings.*value = number;
  }
  return {};
}

}  // namespace p2pchat::bottle
