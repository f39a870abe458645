// SPDX-License-Identifier: MIT
#pragma once
#include "guests.hpp"
#include "node.hpp"
#include "parts.hpp"
#include "shelf.hpp"

namespace p2pchat::kademlia {

/// The half of records that answers: takes those that are brought, hands out those that are asked for.
///
/// Only records near me are kept: of whose region I am, or whose key has not 32 nodes of my table nearer to it. A
/// record comes in parts, from a session whose address is proven; of each session four are gathered at once, 128 in
/// all. Thread: [loop].
class Keeper {
 public:
  static constexpr std::size_t most_gathered = 128, most_of_session = 4, most_nearer = 32;

  explicit Keeper(Node& node) : node_(node), shelf_(node.me) {}
  /// The answer to a STORE of that session.
  Packet take(const Guests::Key& session, const Packet& store);
  /// The answer to a GET.
  Packet give(const Packet& get) const;
  const Shelf& shelf() const { return shelf_; }
  void forget_ended();
  /// Records that nobody brought for a quarter of an hour, about, with their keys: they are to be spread again.
  std::vector<std::pair<Id, Octets>> due();

 private:
  using Key = std::pair<Guests::Key, Octets>;  // and the record's mark
  struct Gathered {
    PartCollector parts{};
    Verdict verdict = Verdict::more;  // what a part that comes again is answered
    std::uint64_t used_us = 0;
  };
  Gathered& gathered(const Key& key);
  Verdict judge(const Octets& packed, const Octets& mark);
  bool is_held(const Id& key, const Octets& mark) const;
  bool is_near(const Id& key) const;
  std::uint64_t due_us();

  Node& node_;
  Shelf shelf_;
  std::map<Key, Gathered> gathered_;
};

}  // namespace p2pchat::kademlia
