// SPDX-License-Identifier: MIT
#include "inbound_limits.hpp"

#include <algorithm>

namespace p2pchat::socket_transport {

Endpoint InboundLimits::network_of(const Endpoint& from) {
  auto network = from;
  network.port = 0;
  if (network.family == Family::ipv6) std::fill(network.address.begin() + 8, network.address.end(), std::uint8_t{0});
  return network;
}

bool InboundLimits::admit(const Endpoint& from) {
  if (count_ >= total_) return false;
  if (!is_loopback(from)) {
    auto& here = by_network_[network_of(from)];
    if (here >= per_address_) return false;
    ++here;
  }
  ++count_;
  return true;
}

void InboundLimits::leave(const Endpoint& from) {
  --count_;
  if (is_loopback(from)) return;
  const auto here = by_network_.find(network_of(from));
  if (--here->second == 0) by_network_.erase(here);
}

}  // namespace p2pchat::socket_transport
