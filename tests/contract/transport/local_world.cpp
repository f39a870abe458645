// SPDX-License-Identifier: MIT
#include "kinds.hpp"
#include "local_transport.hpp"
#include "plugin_world.hpp"
#include "support/fresh_folder.hpp"

namespace p2pchat::test {

TransportKind local_kind() {
  struct World : FreshFolder, PluginWorld<local_transport::LocalTransport> {
    World() : PluginWorld({{"folder", path}}) {}
  };
  return {"local", [] { return std::unique_ptr<TransportWorld>(std::make_unique<World>()); }};
}

}  // namespace p2pchat::test
