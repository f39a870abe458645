// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "flat_map.hpp"
#include "round_trip.hpp"

#include <deque>
#include <optional>

namespace p2pchat::kademlia {

/// What I share with a node that I greeted: its answers, and my requests, carry tags under `key`.
struct Link {
  Token session{};                 ///< what it calls the session
  std::optional<SharedKey> key{};  ///< nothing while it has to be greeted again
  RoundTrip round_trip{};
  std::uint64_t proven_us = 0, used_us = 0;
  /// Whether requests may be sent without greeting.
  bool is_open(std::uint64_t now_us) const { return key && now_us < proven_us + 12 * 3'600'000'000ULL; }
};

/// The links I have, at most 1,024: the one used longest ago makes room.
///
/// Delegations are kept of the last few that were proven: a link lasts half a day and a contact key little longer, so
/// an older one seldom saves anything, and it is the largest part of a link.
class Links {
 public:
  static constexpr std::size_t most = 1024, most_delegations = 16;
  /// The link to a contact, or null.
  Link* find(const Contact& contact);
  /// The link to a contact, made when there is none.
  Link& open(const Contact& contact, std::uint64_t now_us);
  /// Keeps the delegation of a link for a while, so that it need not be sent again.
  void keep(const Contact& contact, Octets delegation);
  /// The delegation of a link; empty when it is not kept.
  const Octets& delegation(const Contact& contact) const;
  void forget_delegation(const Contact& contact);
  void erase(const Contact& contact);
  std::size_t size() const { return links_.size(); }

 private:
  FlatMap<Contact, Link> links_;
  std::deque<std::pair<Contact, Octets>> delegations_;  // the oldest first
  Octets none_;
};

}  // namespace p2pchat::kademlia
