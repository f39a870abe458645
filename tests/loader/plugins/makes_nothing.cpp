// SPDX-License-Identifier: MIT
// Returns null instead of itself, and no reason.
#include <p2pchat/plugin.hpp>

using namespace p2pchat::sdk;

struct MakesNothing final : PluginOf<MakesNothing> {
  using PluginOf::PluginOf;
};
extern "C" __attribute__((visibility("default"), used, section(".p2pchat"))) constinit const Manifest p2pchat_manifest =
    detail::make_manifest<MakesNothing>({.id = "makes_nothing", .name = "Nothing", .version = "1", .license = "MIT"});
extern "C" P2PCHAT_API Plugin* p2pchat_create_v1(Host*, Status*) noexcept { return nullptr; }
