// SPDX-License-Identifier: MIT
// Claims an interface and does not answer for it.
#include <p2pchat/plugin.hpp>

struct Claimed : p2pchat::sdk::Interface {
  P2PCHAT_INTERFACE(Claimed, "test.claimed/1")
};
struct Mute final : p2pchat::sdk::PluginOf<Mute, Claimed> {
  using PluginOf::PluginOf;
  void* query(p2pchat::sdk::str) noexcept override { return nullptr; }
};
P2PCHAT_PLUGIN(Mute, .id = "mute", .name = "Mute", .version = "1", .license = "MIT")
