// SPDX-License-Identifier: MIT
// Answers for every interface, whether or not there is such a thing.
#include <p2pchat/plugin.hpp>

struct Boaster final : p2pchat::sdk::PluginOf<Boaster> {
  using PluginOf::PluginOf;
  void* query(p2pchat::sdk::str) noexcept override { return this; }
};
P2PCHAT_PLUGIN(Boaster, .id = "boaster", .name = "Boaster", .version = "1", .license = "MIT")
