// SPDX-License-Identifier: MIT
// Needs circle_a, which needs it.
#include <p2pchat/plugin.hpp>

struct Half : p2pchat::sdk::Interface {
  P2PCHAT_INTERFACE(Half, "test.b/1")
};
struct CircleB final : p2pchat::sdk::PluginOf<CircleB, Half> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(CircleB, .id = "circle_b", .name = "Circle", .version = "1", .license = "MIT",
               .dependencies = {{"test.a/1", false}})
