// SPDX-License-Identifier: MIT
#include "request_tally.hpp"

namespace p2pchat::simulation {

RequestTally::RequestTally(Internet& internet) {
  internet.tap = [this](std::size_t place, sdk::bytes datagram) { see(place, datagram); };
}

void RequestTally::begin(std::size_t place, const sdk::Id& key) { open_[{place, key}] = {}; }

Cost RequestTally::end(std::size_t place, const sdk::Id& key) {
  const auto count = open_.extract({place, key}).mapped();
  return {count.requests.size(), count.datagrams};
}

void RequestTally::see(std::size_t place, sdk::bytes datagram) {
  const auto first = open_.lower_bound({place, sdk::Id{}});
  if (first == open_.end() || first->first.first != place) return;
  const auto received = kademlia::from_datagram(parser_, datagram);
  if (!received || !received->packet.target) return;
  const auto found = open_.find({place, *received->packet.target});
  if (found == open_.end()) return;
  found->second.requests.insert(received->packet.request);
  ++found->second.datagrams;
}

}  // namespace p2pchat::simulation
