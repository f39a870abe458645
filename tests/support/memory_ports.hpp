// SPDX-License-Identifier: MIT
#pragma once
#include "support/memory_network.hpp"

namespace p2pchat::test {

/// One transport as the network sees it; gone when the transport is.
struct MemoryNetwork::Port {
  std::string host = "192.0.2.1";
  std::string endpoint;  ///< where it listens, empty when it does not
  sdk::Fn<void(sdk::str, sdk::bytes)> on_frame, on_datagram;
  sdk::Fn<void(sdk::str, const sdk::Status&)> on_closed;
  sdk::Fn<void(sdk::str)> on_unreachable;
  std::map<std::string, std::shared_ptr<Connection>> connections;  ///< by the other side's endpoint
};

/// A connection; side 0 dialled, side 1 listened.
struct MemoryNetwork::Connection {
  struct Side {
    std::string endpoint;
    std::weak_ptr<Port> port;
    std::uint64_t last_arrival_us = 0;  ///< of what was sent to this side
    std::size_t in_flight = 0;          ///< bytes on their way to this side
    bool open = true;                   ///< whether it still hears of this connection
  };
  Side sides[2];
  std::uint64_t stands_at_us = 0;  ///< when the side that dialled may send
  bool cut = false;
};

/// The part of an endpoint before the port.
inline std::string host_of(const std::string& endpoint) { return endpoint.substr(0, endpoint.rfind(':')); }

}  // namespace p2pchat::test
