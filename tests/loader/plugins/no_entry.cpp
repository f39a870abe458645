// SPDX-License-Identifier: MIT
// Has a manifest, and not the function that makes it.
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

struct NoEntry final : PluginOf<NoEntry> {
  using PluginOf::PluginOf;
};
extern "C" __attribute__((visibility("default"), used, section(".p2pchat"))) constinit const Manifest p2pchat_manifest =
    detail::make_manifest<NoEntry>({.id = "no_entry", .name = "No entry", .version = "1", .license = "MIT"});
