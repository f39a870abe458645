// SPDX-License-Identifier: MIT
#pragma once
#include "figures.hpp"
#include "options.hpp"

#include <iosfwd>

namespace p2pchat::simulation {

/// What became of bottles addressed to people who were away.
struct OfflineResult {
  Share taken_over;          ///< bottles that a node had before their sender left
  Share arrived;             ///< of these: heard by the receiver after it came back
  Share intact;              ///< of those: with the words they were sent with
  Distribution heard;        ///< how often a receiver heard of one bottle
  Distribution took_s;       ///< from the return to the bottle
  Distribution copies;       ///< of one bottle on the disks of living nodes when the receiver returns
  Distribution copies_left;  ///< and at the end, of those that arrived
  std::uint64_t deaths = 0, events = 0, trace = 0;
};

/// Pairs of people: one leaves, the other casts a bottle to it and leaves too; after a while (`away`), in which nodes
/// may come and go, the first returns, and says of each bottle that it is taken.
OfflineResult run_offline(const Options& options);
void print(const OfflineResult& result, std::ostream& out);

}  // namespace p2pchat::simulation
