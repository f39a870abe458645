// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"
#include "round_trip.hpp"

#include <deque>
#include <map>

namespace p2pchat::kademlia {

/// What I share with a node that I greeted: its answers, and my requests, carry tags under `key`.
struct Link {
  Token session{};      ///< what it calls the session
  Octets key{};         ///< empty while it has to be greeted again
  Octets delegation{};  ///< so that it need not be sent again; of the last few only
  RoundTrip round_trip{};
  std::uint64_t proven_us = 0, used_us = 0;
  /// Whether requests may be sent without greeting.
  bool is_open(std::uint64_t now_us) const { return !key.empty() && now_us < proven_us + 12 * 3'600'000'000ULL; }
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
  /// Keeps the delegation of a link for a while.
  void keep(const Contact& contact, Octets delegation);
  void erase(const Contact& contact) { links_.erase(contact); }
  std::size_t size() const { return links_.size(); }

 private:
  std::map<Contact, Link> links_;
  std::deque<Contact> delegated_;  // whose delegations are kept, the oldest first
};

}  // namespace p2pchat::kademlia
