// SPDX-License-Identifier: MIT
#pragma once
#include "routing/address.hpp"

#include <map>

namespace p2pchat::routing {

/// Allows `per_second` events, saving up at most one second's worth.
class RateLimit {
 public:
  explicit RateLimit(std::uint32_t per_second) : per_second_(per_second), saved_us_(1'000'000) {}
  /// Whether one more may happen now; then it counts.
  bool take(std::uint64_t now_us);
  /// Whether `share` percent of what can be saved up is used.
  bool is_used(std::uint32_t share, std::uint64_t now_us) const;

 private:
  std::uint64_t saved_us(std::uint64_t now_us) const;
  std::uint32_t per_second_, saved_us_;
  std::uint64_t filled_us_ = 0;
};

/// A limit per network (/24 or /48) except on loopback. Holds at most 4,096 networks, as long as they matter;
/// those it has no room for are refused.
class SourceLimit {
 public:
  explicit SourceLimit(std::uint32_t per_second) : per_second_(per_second) {}
  bool take(const Address& source, std::uint64_t now_us);

 private:
  std::uint32_t per_second_;
  std::uint64_t swept_us_ = 0;
  std::map<std::uint64_t, RateLimit> networks_;
};

}  // namespace p2pchat::routing
