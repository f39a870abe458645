// SPDX-License-Identifier: MIT
// Throws while it is loaded.
#include <p2pchat/plugin.hpp>

#include <stdexcept>

struct Mine {
  Mine() { throw std::runtime_error("the mine is flooded"); }
};
const Mine mine;

struct ThrowsInConstructor final : p2pchat::sdk::PluginOf<ThrowsInConstructor> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(ThrowsInConstructor, .id = "throws_in_constructor", .name = "Throws", .version = "1", .license = "MIT")
