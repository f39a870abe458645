// SPDX-License-Identifier: MIT
#include "sea/sea_settings.hpp"

#include <p2pchat/routing.hpp>
#include <p2pchat/store.hpp>
#include <p2pchat/transport.hpp>
#include <p2pchat/ui.hpp>

#include <algorithm>
#include <array>

namespace p2pchat::host {
namespace {

constexpr auto forgetful_store = "memory-store", speaker = "stranger";

struct Light {
  std::string_view key, value;
};
// Work that keeps attackers away costs a newcomer's machine half a minute for thirty nodes; and who practises throws
// more than six bottles an hour. All nodes of a sea agree on these.
constexpr std::array lighter{Light{"delegation_work_bits", "8"}, Light{"stamp_bits", "8"},
                             Light{"throws_per_hour", "60"}, Light{"sender_per_hour", "60"}};

bool reads(const sdk::Manifest& manifest, std::string_view key) {
  return std::any_of(manifest.settings, manifest.settings + manifest.n_settings,
                     [&](const char* each) { return each == key; });
}

bool is_provider(const std::vector<Candidate>& found, const std::string& id, std::string_view iid) {
  const auto* candidate = find(found, id);
  return candidate && candidate->provides(iid);
}

}  // namespace

std::vector<std::string> sea_plugins(const std::vector<Candidate>& found, const std::vector<std::string>& profile,
                                     SeaRole role) {
  std::vector<std::string> plugins;
  const auto add = [&](const std::string& id) {
    if (std::find(plugins.begin(), plugins.end(), id) == plugins.end()) plugins.push_back(id);
  };
  for (const auto& id : profile) {
    if (role != SeaRole::mine && is_provider(found, id, sdk::Ui::iid)) continue;
    add(role != SeaRole::sleeper && is_provider(found, id, sdk::Store::iid) ? forgetful_store : id);
  }
  if (role != SeaRole::mine) add(speaker);
  return plugins;
}

PluginSet::Tables sea_tables(const std::vector<Candidate>& found, PluginSet::Tables given, const std::string& listen,
                             const std::string& bootstrap) {
  for (const auto& candidate : found) {
    if (!candidate.is_read()) continue;
    const auto& manifest = candidate.manifest();
    auto& table = given[candidate.id()];
    if (candidate.provides(sdk::Transport::iid) && reads(manifest, "listen")) table["listen"] = listen;
    if (candidate.provides(sdk::Routing::iid) && reads(manifest, "bootstrap")) table["bootstrap"] = bootstrap;
    for (const auto& [key, value] : lighter)
      if (reads(manifest, key)) table.try_emplace(std::string(key), value);
  }
  return given;
}

}  // namespace p2pchat::host
