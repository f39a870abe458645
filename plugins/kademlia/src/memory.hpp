// SPDX-License-Identifier: MIT
#pragma once
#include "flat_map.hpp"
#include "node.hpp"
#include "remembered.hpp"

#include <p2pchat/tables.hpp>

#include <functional>

namespace p2pchat::kademlia {

/// Contacts that outlive the process, so that a restarted node needs no bootstrap (and nobody can offer it a network
/// of his own: Marcus et al. 2018). At most 256, and of each network as many as a table would hold; those not seen for
/// longest are forgotten first.
class Memory {
 public:
  static constexpr std::size_t most = 256;

  /// `tables` may be null: then nothing is remembered.
  Memory(Node& node, sdk::Tables* tables) : node_(node), tables_(tables) {}
  /// Reads what was written, most recently seen first.
  void load(std::function<void(std::vector<Contact>)> done);
  /// A contact answered: if it is new or its line is old, writes within five seconds all that is so; the first few at
  /// once, because a node that is killed before may find nobody again.
  void note(const Contact& contact);
  void write();

 private:
  bool is_fresh(const Contact& contact, std::uint64_t seen_ms) const;
  void forget_oldest();
  void forget_crowds();
  void forget(const Id& id);

  Node& node_;
  sdk::Tables* tables_;
  FlatMap<Id, Remembered> lines_;  // what is on the disk
  bool is_noted_ = false;
};

}  // namespace p2pchat::kademlia
