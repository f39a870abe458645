// SPDX-License-Identifier: MIT
// Its start throws, and not even an exception of the standard library.
#include <p2pchat/plugin.hpp>

struct ThrowsInStart final : p2pchat::sdk::PluginOf<ThrowsInStart> {
  using PluginOf::PluginOf;
  p2pchat::sdk::Status start() override { throw 42; }
};
P2PCHAT_PLUGIN(ThrowsInStart, .id = "throws_in_start", .name = "Throws", .version = "1", .license = "MIT")
