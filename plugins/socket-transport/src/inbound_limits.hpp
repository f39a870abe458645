// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <map>

namespace p2pchat::socket_transport {

/// How many connections strangers may hold: some in total, few from one IPv4 address or IPv6 /64; on loopback only the
/// total counts.
class InboundLimits {
 public:
  InboundLimits(std::size_t total, std::size_t per_address) : total_(total), per_address_(per_address) {}
  /// Counts a connection, or says no.
  bool admit(const Endpoint& from);
  /// Counts an admitted connection off.
  void leave(const Endpoint& from);

 private:
  static Endpoint network_of(const Endpoint& from);
  std::size_t total_, per_address_, count_ = 0;
  std::map<Endpoint, std::size_t> by_network_;
};

}  // namespace p2pchat::socket_transport
