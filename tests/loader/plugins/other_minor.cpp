// SPDX-License-Identifier: MIT
// Built with another minor version of the SDK; see CMakeLists.txt.
#include <p2pchat/plugin.hpp>

struct OtherMinor final : p2pchat::sdk::PluginOf<OtherMinor> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(OtherMinor, .id = "other_minor", .name = "Other minor", .version = "1", .license = "MIT")
