// SPDX-License-Identifier: MIT
// Calls a function that no library has, so it cannot be loaded.
#include <p2pchat/plugin.hpp>

extern "C" void p2pchat_function_of_no_library();

struct Undefined final : p2pchat::sdk::PluginOf<Undefined> {
  using PluginOf::PluginOf;
  p2pchat::sdk::Status start() override { return p2pchat_function_of_no_library(), p2pchat::sdk::Status(); }
};
P2PCHAT_PLUGIN(Undefined, .id = "undefined", .name = "Undefined", .version = "1", .license = "MIT")
