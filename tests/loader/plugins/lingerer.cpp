// SPDX-License-Identifier: MIT
// Leaves a timer, a subscription and posted calls behind when it stops; each would publish `lingerer.alive`.
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

struct Lingerer final : PluginOf<Lingerer> {
  using PluginOf::PluginOf;
  Status start() override {
    leave();
    return {};
  }
  void stop() noexcept override { leave(); }
  void leave() {
    const auto alive = [this] { host.publish("lingerer.alive", {}, {}); };
    host.post(alive);
    host.after(0, alive);
    host.offload([] {}, alive);
    host.subscribe("poke", [alive](str, const Id&, bytes) { alive(); });
  }
};
P2PCHAT_PLUGIN(Lingerer, .id = "lingerer", .name = "Lingerer", .version = "1", .license = "MIT")
