// SPDX-License-Identifier: MIT
#pragma once
#include "hourly_limit.hpp"
#include "rate.hpp"
#include "refusal.hpp"

namespace p2pchat::bottle {

/// Where a bottle came from.
struct Origin {
  sdk::Id sender;        ///< its creator
  std::string endpoint;  ///< of the peer that brought it, when that is the creator itself; else empty
};

/// How many bottles this node takes: 20 a second and bursts of 60 of one peer, 6 an hour of one sender, 60 an hour of
/// one address by its first hop, 100 a second and bursts of 300 in all. Times are Unix milliseconds.
class Quotas {
 public:
  struct Limits {
    std::uint32_t sender_per_hour = 6, address_per_hour = 60;
  };
  explicit Quotas(const Limits& limits);
  /// Counts a bottle that a peer brings, before it is read: `none` or `peer_rate`.
  Refusal arrives(const sdk::Id& peer, std::uint64_t now_ms);
  /// Whether a bottle may cost a signature check, and counts that: `none`, `sender_quota`, `address_quota`, `busy`.
  Refusal room(const Origin& origin, std::uint64_t now_ms);
  /// Counts a bottle whose signature held: only then it is the sender's.
  void accepted(const Origin& origin, std::uint64_t now_ms);
  /// What counts still, to be kept over a restart: at most 1 MiB of text.
  std::string snapshot(std::uint64_t now_ms) const;
  void restore(std::string_view text, std::uint64_t now_ms);

 private:
  HourlyLimit senders_, addresses_;
  PeerRates peers_;
  Rate all_;
};

/// What an address quota counts by: an IPv4 address, a /64 of IPv6, any other endpoint without its port. Empty, not
/// counted, on loopback.
std::string address_key(std::string_view endpoint);

}  // namespace p2pchat::bottle
