// SPDX-License-Identifier: MIT
#include "routing/rate_limit.hpp"

#include <algorithm>

namespace p2pchat::routing {
namespace {

constexpr std::uint64_t second_us = 1'000'000;
constexpr std::size_t most_networks = 4096;

}  // namespace

std::uint64_t RateLimit::saved_us(std::uint64_t now_us) const {
  const auto passed_us = now_us > filled_us_ ? now_us - filled_us_ : 0;
  return std::min(second_us, saved_us_ + std::min(second_us, passed_us));
}

bool RateLimit::take(std::uint64_t now_us) {
  saved_us_ = static_cast<std::uint32_t>(saved_us(now_us));
  filled_us_ = std::max(filled_us_, now_us);
  const auto price_us = static_cast<std::uint32_t>(second_us / per_second_);
  if (saved_us_ < price_us) return false;
  saved_us_ -= price_us;
  return true;
}

bool RateLimit::is_used(std::uint32_t share, std::uint64_t now_us) const {
  return second_us - saved_us(now_us) >= second_us / 100 * share;
}

bool SourceLimit::take(const Address& source, std::uint64_t now_us) {
  if (reach(source) == Reach::loopback) return true;
  const auto network = network_of(source);
  if (!networks_.contains(network)) {
    // Whoever makes up networks must not have all of them looked at each time.
    const auto pause_us = networks_.size() >= most_networks ? second_us / 10 : 10 * second_us;
    if (now_us >= swept_us_ + pause_us) {
      swept_us_ = now_us;
      std::erase_if(networks_, [&](const auto& entry) { return !entry.second.is_used(1, now_us); });
    }
    if (networks_.size() >= most_networks) return false;
  }
  return networks_.try_emplace(network, per_second_).first->second.take(now_us);
}

}  // namespace p2pchat::routing
