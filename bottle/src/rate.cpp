// SPDX-License-Identifier: MIT
#include "bottle/rate.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t event = 1000;  // an event in the unit of `used_`: so a limit gives `per_second` of it each ms
constexpr std::size_t most_peers = 1024;

}  // namespace

std::uint64_t Rate::used(const RateLimit& limit, std::uint64_t now_ms) const {
  const auto passed_ms = now_ms > since_ms_ ? now_ms - since_ms_ : 0;
  const auto rest_ms = used_ / limit.per_second + 1;
  return passed_ms >= rest_ms ? 0 : used_ - std::min(used_, passed_ms * limit.per_second);
}

bool Rate::take(const RateLimit& limit, std::uint64_t now_ms) {
  used_ = used(limit, now_ms);
  since_ms_ = std::max(since_ms_, now_ms);
  if (used_ + event > limit.burst * event) return false;
  used_ += event;
  return true;
}

bool PeerRates::take(const sdk::Id& peer, std::uint64_t now_ms) {
  if (peers_.size() >= most_peers && !peers_.contains(peer)) {
    std::erase_if(peers_, [&](const auto& entry) { return entry.second.is_rested(limit_, now_ms); });
    if (peers_.size() >= most_peers) return false;
  }
  return peers_[peer].take(limit_, now_ms);
}

}  // namespace p2pchat::bottle
