// SPDX-License-Identifier: MIT
#include "handshake_limits.hpp"

#include <algorithm>

namespace p2pchat::messaging {
namespace {

constexpr std::uint64_t interval_us = 1'000'000 / 20, burst = 5;
constexpr std::size_t max_remembered = 4096;

bool is_loopback(std::string_view address) { return address.starts_with("127.") || address == "[::1]"; }

}  // namespace

bool HandshakeLimits::admit(std::string_view endpoint, std::uint64_t now_us) {
  const auto address = endpoint.substr(0, endpoint.rfind(':'));
  if (is_loopback(address)) return true;
  auto found = full_at_us_.find(address);
  if (found == full_at_us_.end()) {
    if (full_at_us_.size() >= max_remembered)
      std::erase_if(full_at_us_, [&](const auto& entry) { return entry.second <= now_us; });
    if (full_at_us_.size() >= max_remembered) return false;
    found = full_at_us_.emplace(address, now_us).first;
  }
  const auto next = std::max(found->second, now_us) + interval_us;
  if (next > now_us + burst * interval_us) return false;
  found->second = next;
  return true;
}

}  // namespace p2pchat::messaging
