// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <array>
#include <map>
#include <optional>
#include <set>

namespace p2pchat::bottle {

/// A bottle as a seen-cache knows it. Named with its sender: an id alone can be claimed by anybody.
struct SeenKey {
  Id sender, bottle;
  auto operator<=>(const SeenKey&) const = default;
};

/// How long a bottle is remembered at least, and how many are.
inline constexpr std::uint64_t seen_for_ms = 48ull * 3600 * 1000;
inline constexpr std::size_t most_seen = 100'000;

/// Which bottles were here: each is handled once. Only those whose signature held may be added.
///
/// One is remembered for 48 hours, and on until it expires, because until then it could drift again. When there are too
/// many, those that end first go.
class SeenCache {
 public:
  explicit SeenCache(std::size_t most = most_seen) : most_(most) {}
  bool contains(const SeenKey& key) const { return until_ms_.contains(key); }
  /// Remembers one; returns those that had to go, whose rows may be erased. `expiry_ms` is the bottle's.
  std::vector<SeenKey> add(const SeenKey& key, std::uint64_t expiry_ms, std::uint64_t now_ms);
  /// Forgets those whose time is over and returns them.
  std::vector<SeenKey> expire(std::uint64_t now_ms);
  /// When a bottle is forgotten, if it is there: the value of its row.
  std::optional<std::uint64_t> until_ms(const SeenKey& key) const;
  /// Remembers a row again, until the time it says.
  void restore(const SeenKey& key, std::uint64_t until_ms);
  std::size_t size() const { return until_ms_.size(); }

 private:
  SeenKey drop_first();
  std::size_t most_;
  std::map<SeenKey, std::uint64_t> until_ms_;
  std::set<std::pair<std::uint64_t, SeenKey>> by_time_;
};

/// A row of a durable table: 64 octets of key, the time as 8 octets, big-endian.
std::array<std::uint8_t, 64> seen_row(const SeenKey& key);
std::array<std::uint8_t, 8> seen_value(std::uint64_t until_ms);
std::optional<SeenKey> read_seen_row(sdk::bytes row);
std::optional<std::uint64_t> read_seen_value(sdk::bytes value);

}  // namespace p2pchat::bottle
