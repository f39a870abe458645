// SPDX-License-Identifier: MIT
// Its constructor throws.
#include <p2pchat/plugin.hpp>

#include <stdexcept>

struct ThrowsInCreate final : p2pchat::sdk::PluginOf<ThrowsInCreate> {
  explicit ThrowsInCreate(p2pchat::sdk::Host& h) : PluginOf(h) { throw std::runtime_error("no sodium in the sea"); }
};
P2PCHAT_PLUGIN(ThrowsInCreate, .id = "throws_in_create", .name = "Throws", .version = "1", .license = "MIT")
