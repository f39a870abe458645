// SPDX-License-Identifier: MIT
#pragma once
#include "socket_transport.hpp"
#include "support/transport_node.hpp"

namespace p2pchat::test {

/// A socket transport on a loop of its own.
class SocketNode : public TransportNode<socket_transport::SocketTransport> {
 public:
  using TransportNode::listen;
  using TransportNode::TransportNode;
  /// Listens on a free port of 127.0.0.1; returns the endpoint.
  std::string listen() { return listen("127.0.0.1:0"); }
};

}  // namespace p2pchat::test
