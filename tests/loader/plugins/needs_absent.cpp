// SPDX-License-Identifier: MIT
// Needs what nobody provides.
#include <p2pchat/plugin.hpp>

struct NeedsAbsent final : p2pchat::sdk::PluginOf<NeedsAbsent> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(NeedsAbsent, .id = "needs_absent", .name = "Needs", .version = "1", .license = "MIT",
               .dependencies = {{"test.nowhere/1", false}})
