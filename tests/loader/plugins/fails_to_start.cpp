// SPDX-License-Identifier: MIT
// Cannot begin its work, and says so.
#include <p2pchat/plugin.hpp>

struct Ink : p2pchat::sdk::Interface {
  P2PCHAT_INTERFACE(Ink, "test.ink/1")
};
struct FailsToStart final : p2pchat::sdk::PluginOf<FailsToStart, Ink> {
  using PluginOf::PluginOf;
  p2pchat::sdk::Status start() override { return {p2pchat::sdk::Errc::io, "the well is dry: fill it"}; }
};
P2PCHAT_PLUGIN(FailsToStart, .id = "fails_to_start", .name = "Fails", .version = "1", .license = "MIT")
