// SPDX-License-Identifier: MIT
// Nothing is wrong with it.
#include <p2pchat/plugin.hpp>

struct Greeting : p2pchat::sdk::Interface {
  P2PCHAT_INTERFACE(Greeting, "test.greeting/1")
};
struct Good final : p2pchat::sdk::PluginOf<Good, Greeting> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(Good, .id = "good", .name = "Good", .version = "1.2.3", .license = "MIT")
