// SPDX-License-Identifier: MIT
#include "config/profiles.hpp"

#include "config/nearest.hpp"

#include <algorithm>

namespace p2pchat::host {
namespace {

bool contains(const std::vector<std::string>& all, const std::string& one) {
  return std::find(all.begin(), all.end(), one) != all.end();
}

std::string unknown(const Profiles& profiles, const std::string& name, const std::string& extended_by) {
  std::vector<std::string> names;
  for (const auto& [each, profile] : profiles) names.push_back(each);
  const auto by = extended_by.empty() ? "" : ", which profile " + extended_by + " extends";
  return "there is no profile `" + name + "`" + by + did_you_mean(name, names);
}

}  // namespace

Profiles built_in_profiles() {
  return {{"headless", {"", {"socket-transport", "kademlia", "bottle", "crypto-rsa-aes", "sqlite-store"}, {}}},
          {"terminal", {"headless", {"terminal-ui"}, {}}},
          {"desktop", {"headless", {"wx-gui"}, {}}}};
}

std::vector<std::string> resolve(const Profiles& profiles, const std::string& name, std::string& problem) {
  std::vector<std::string> line;  // from `name` to the one that extends nothing
  for (auto next = name; line.empty() || !next.empty(); next = profiles.find(next)->second.extends) {
    if (!profiles.contains(next)) {
      problem = unknown(profiles, next, line.empty() ? "" : line.back());
      return {};
    }
    if (contains(line, next)) {
      for (problem = "profiles extend each other in a circle: "; const auto& each : line) problem += each + " -> ";
      problem += next;
      return {};
    }
    line.push_back(next);
  }
  std::vector<std::string> plugins;
  for (auto each = line.rbegin(); each != line.rend(); ++each) {
    const auto& profile = profiles.find(*each)->second;
    std::erase_if(plugins, [&](const std::string& id) { return contains(profile.without, id); });
    for (const auto& id : profile.plugins)
      if (!contains(plugins, id)) plugins.push_back(id);
  }
  return plugins;
}

}  // namespace p2pchat::host
