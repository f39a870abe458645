// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/life.hpp"
#include "bottle/octets.hpp"

#include <string>

namespace p2pchat::bottle {

/// Rounds a bottle drifts at most; how many nodes keep it; how many its list names.
inline constexpr std::uint32_t most_gas = 5, beaches = 3, most_neighbours = 5;

/// Longest body of an addressed bottle, in octets of base64. Largest bottle as JSON.
inline constexpr std::size_t most_addressed_body = 24 * 1024, most_note = 32 * 1024;

/// A node that the list of a bottle names. The address is a hint for people: empty and 0 when it is not told.
struct Neighbour {
  Id id;
  std::string ip{};
  std::uint16_t port = 0;
  bool operator==(const Neighbour&) const = default;
};

/// One bottle as it travels; docs/protocol/bottle.md has each member. `gas`, `gas_token` and `nearest` change on the
/// way, the rest is signed or bound to what is signed.
struct Note {
  std::uint64_t time_ms = 0;     ///< the creator's clock, 13 digits
  Id id;                         ///< `note_id` of time and body
  std::uint32_t gas = most_gas;  ///< rounds left
  Id sender, receiver;           ///< `receiver` is zero for a drift bottle
  Octets sign;                   ///< over `signed_bytes`
  std::string body;              ///< UTF-8; of an addressed bottle base64 of the sealed octets
  std::vector<Neighbour> nearest;
  std::uint64_t expiry_ms = 0;
  Id gas_anchor, gas_token;
  std::uint64_t stamp = 0;
  Octets key;  ///< the creator's public key
  bool operator==(const Note&) const = default;

  bool is_addressed() const { return receiver != Id{}; }
  /// Where it drifts to.
  const Id& target() const { return is_addressed() ? receiver : id; }
  /// Rounds it drifted since the throw.
  std::uint32_t hops() const { return most_gas - gas; }
};

}  // namespace p2pchat::bottle
