// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <map>

namespace p2pchat::bottle {

/// Allows `per_second` events, and `burst` at once after a rest.
struct RateLimit {
  std::uint32_t per_second = 1, burst = 1;
};

/// How much of a `RateLimit` is left.
class Rate {
 public:
  /// Whether one more may happen now; then it counts. A clock that goes back gives nothing.
  bool take(const RateLimit& limit, std::uint64_t now_ms);
  /// Whether nothing is used any more.
  bool is_rested(const RateLimit& limit, std::uint64_t now_ms) const { return used(limit, now_ms) == 0; }

 private:
  std::uint64_t used(const RateLimit& limit, std::uint64_t now_ms) const;
  std::uint64_t used_ = 0, since_ms_ = 0;  // `used_` in thousandths of an event
};

/// One limit for each peer. Holds at most 1,024 peers that are not at rest; more are refused.
class PeerRates {
 public:
  explicit PeerRates(RateLimit limit) : limit_(limit) {}
  bool take(const sdk::Id& peer, std::uint64_t now_ms);

 private:
  RateLimit limit_;
  std::map<sdk::Id, Rate> peers_;
};

}  // namespace p2pchat::bottle
