// SPDX-License-Identifier: MIT
#include "kinds.hpp"
#include "plugin_world.hpp"
#include "socket_transport.hpp"

namespace p2pchat::test {

TransportKind socket_kind() {
  return {"socket", [] {
            return std::unique_ptr<TransportWorld>(std::make_unique<PluginWorld<socket_transport::SocketTransport>>());
          }};
}

}  // namespace p2pchat::test
