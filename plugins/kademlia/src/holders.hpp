// SPDX-License-Identifier: MIT
#pragma once
#include "lookups.hpp"

namespace p2pchat::kademlia {

/// What to look up to find the whole region of a key although somebody made himself ids next to it: the key with one
/// bit turned, the first beyond the region's and the two after it. Who crowds at the key is not nearest to those.
std::vector<Id> region_targets(const Id& key, std::uint32_t bits);

/// Finds the nodes that keep a record: the 16 nearest its key; where ids crowd there as chance does not put them, all
/// nodes of the key's region that can be found, 48 at most. Thread: [loop]; no callback comes from inside.
class Holders {
 public:
  static constexpr std::size_t usual = 16, most = 48;
  /// Hears them, nearest first. Errors: those of a lookup that found nobody.
  using DoneFn = std::function<void(const sdk::Status&, const std::vector<Contact>&)>;

  Holders(Node& node, Lookups& lookups) : node_(node), lookups_(lookups) {}
  void find(const Id& key, DoneFn done);

 private:
  void search_region(const Id& key, const std::vector<Contact>& nearest, const DoneFn& done);

  Node& node_;
  Lookups& lookups_;
};

}  // namespace p2pchat::kademlia
