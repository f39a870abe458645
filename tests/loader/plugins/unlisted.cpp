// SPDX-License-Identifier: MIT
// A canary: its static constructor writes the file P2PCHAT_CANARY names. It is in no profile, so it must never run.
#include <p2pchat/plugin.hpp>

#include <cstdio>
#include <cstdlib>

struct Canary {
  Canary() {
    if (const char* name = std::getenv("P2PCHAT_CANARY"))
      if (std::FILE* file = std::fopen(name, "w")) std::fclose(file);
  }
};
const Canary canary;

struct Unlisted final : p2pchat::sdk::PluginOf<Unlisted> {
  using PluginOf::PluginOf;
};
P2PCHAT_PLUGIN(Unlisted, .id = "unlisted", .name = "Unlisted", .version = "1", .license = "MIT")
