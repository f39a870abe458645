// SPDX-License-Identifier: MIT
// Needs circle_b, which needs it.
#include <p2pchat/plugin.hpp>

struct Half : p2pchat::sdk::Interface {
  P2PCHAT_INTERFACE(Half, "test.a/1")
};
struct CircleA final : p2pchat::sdk::PluginOf<CircleA, Half> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(CircleA, .id = "circle_a", .name = "Circle", .version = "1", .license = "MIT",
               .dependencies = {{"test.b/1", false}})
