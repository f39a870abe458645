// SPDX-License-Identifier: MIT
// Built by a fork that changed the ABI; see CMakeLists.txt.
#include <p2pchat/plugin.hpp>

struct OtherAbi final : p2pchat::sdk::PluginOf<OtherAbi> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(OtherAbi, .id = "other_abi", .name = "Other ABI", .version = "1", .license = "MIT")
