// SPDX-License-Identifier: MIT
// Fine by itself, but stands on one that fails to start.
#include <p2pchat/plugin.hpp>

struct NeedsInk final : p2pchat::sdk::PluginOf<NeedsInk> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(NeedsInk, .id = "needs_ink", .name = "Needs ink", .version = "1", .license = "MIT",
               .dependencies = {{"test.ink/1", false}})
