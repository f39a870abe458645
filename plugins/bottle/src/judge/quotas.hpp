// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hourly_limit.hpp"
#include "bottle/rate.hpp"
#include "bottle/refusal.hpp"

namespace p2pchat::bottle {

/// Whom a bottle is for.
enum class Destination : std::uint8_t { anybody, another, me };

/// What quotas know a bottle by.
struct Origin {
  sdk::Id sender;          ///< its creator
  std::string endpoint{};  ///< of the peer that brought it, if that is its creator; else empty
  Destination destination = Destination::anybody;
};

/// How many bottles this node takes: 20 a second and bursts of 60 of one peer, 6 an hour of one sender, 60 an hour of
/// one address by its first hop, 100 a second and bursts of 300 in all. Those addressed to another: 64 an hour of one
/// sender, 640 of one address. Those addressed to me count in all alone: they were stored by others, and come at once.
/// Times are Unix milliseconds.
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
  /// What counts still, to be kept over a restart: at most 512 KiB of text.
  std::string snapshot(std::uint64_t now_ms) const;
  void restore(std::string_view text, std::uint64_t now_ms);

 private:
  /// The limits of one kind of bottle.
  struct Hourly {
    HourlyLimit senders, addresses;
  };
  Hourly* of(Destination destination);
  Hourly drift_, addressed_;
  PeerRates peers_;
  Rate all_;
};

/// What an address quota counts by: an IPv4 address, a /64 of IPv6, any other endpoint without its port. Empty, not
/// counted, on loopback.
std::string address_key(std::string_view endpoint);

}  // namespace p2pchat::bottle
