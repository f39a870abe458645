// SPDX-License-Identifier: MIT
#pragma once
#include "presented.hpp"

#include <vector>

namespace p2pchat::wx_gui {

/// A place in the picture of the network: I am in the middle.
struct RingPlace {
  double radius = 0;  ///< 0 to 1: the bucket, the nearest ids inside
  double angle = 0;   ///< radians: the bits of the id behind the prefix shared with me
};

/// A node in that picture.
struct RingNode {
  TableNode node;
  RingPlace place;
  bool fresh = false;    ///< it answered within `stale_s`
  bool silent = false;   ///< it did not answer for `silent_s`
  bool session = false;  ///< an encrypted conversation with it stands
  bool in_table = false;
};

/// How many nodes share so many bits with me.
struct BucketBar {
  std::uint32_t prefix = 0;
  std::size_t nodes = 0;
};

/// What the network page shows, made of one look at the network.
struct NetworkView {
  std::vector<RingNode> nodes;  ///< the farthest first, then by id
  std::vector<BucketBar> bars;  ///< from the farthest bucket to the nearest that holds a node
  std::uint32_t rings = 6;      ///< how many buckets the picture has room for
  std::size_t in_table = 0, fresh = 0, sessions = 0;
  std::uint32_t usual_rtt_ms = 0;  ///< the median of those that are known, 0 for none
  const RingNode* find(const sdk::Id& node) const;
};

/// A node that was silent for longer is doubtful (BEP 5, "Routing Table").
inline constexpr std::uint32_t stale_s = 15 * 60;
/// A doubtful node is asked again after one and two minutes more: who says nothing by now gives way to the next
/// newcomer.
inline constexpr std::uint32_t silent_s = 20 * 60;
inline constexpr std::size_t bucket_room = 16;  ///< nodes in a full bucket (docs/protocol/addressing.md)

NetworkView network_view(const NetworkPicture& picture, const sdk::Id& me);

/// Where an id lies: always at the same place for the same `rings`.
RingPlace ring_place(const sdk::Id& id, const sdk::Id& me, std::uint32_t rings);

}  // namespace p2pchat::wx_gui
