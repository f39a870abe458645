// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "flat_map.hpp"
#include "octets.hpp"
#include "routing/rate_limit.hpp"

#include <optional>

namespace p2pchat::kademlia {

/// Somebody who greeted me: what his requests are tagged under.
struct Guest {
  SharedKey key{};
  std::optional<Id> sender{};  ///< who he says he is: not proven
  std::uint64_t used_us = 0, dialled_us = 0;
  RateLimit requests{50};
};

/// The sessions others opened with me, by the token I gave them and where they come from.
///
/// Those who have not yet proved that they hear me there (half-open) and those who have are bounded apart, 4,096 each,
/// so that a flood of greetings ends no session.
class Guests {
 public:
  static constexpr std::size_t most = 4096;
  using Key = std::pair<Token, Address>;  // the token first: it is random, so that few octets are compared

  Guest* find(const Key& key);
  /// Takes note of a greeting.
  Guest& add(const Key& key, const Guest& guest);
  /// A tag of this guest, who is known, held: he is where he says. Returns where the guest is kept from now on.
  Guest& prove(const Key& key);
  void forget_half_open() { half_open_.clear(); }
  /// Forgets who was silent since then.
  void forget_before(std::uint64_t us);
  std::size_t half_open() const { return half_open_.size(); }

 private:
  FlatMap<Key, Guest> half_open_, proven_;
};

}  // namespace p2pchat::kademlia
