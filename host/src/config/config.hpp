// SPDX-License-Identifier: MIT
#pragma once
#include "config/setting.hpp"

#include <map>

namespace p2pchat::host {

/// What the host itself reads from the configuration, and the table of each plugin.
struct Config {
  using Table = std::map<std::string, std::string, std::less<>>;
  std::string profile;
  std::vector<std::string> plugins;  ///< the ids of the profile, in order
  std::string name, data_dir;        ///< of `[node]`; empty when not set
  bool ephemeral = false;
  std::string log_level = "info", trust_policy = "pinned";
  std::vector<std::string> trust_keys;               ///< of `[trust]`, as `trust::is_key` wants them
  std::map<std::string, Table, std::less<>> tables;  ///< of `[plugin.ID]`, arrays one entry a line

  /// Whether a plugin runs in a process of its own.
  bool isolates(const std::string& id) const;
};

/// Makes the configuration of what was said. `problems` are why it cannot be used: one sentence each.
Config configure(const std::vector<Setting>& settings, std::vector<std::string>& problems,
                 const std::string& usual_profile = "terminal");

/// The keys each plugin knows, by its id.
using KnownKeys = std::map<std::string, std::vector<std::string>, std::less<>>;

/// A sentence for each setting that nobody reads, with the nearest that somebody does.
std::vector<std::string> unknown_keys(const std::vector<Setting>& settings, const KnownKeys& plugins);

}  // namespace p2pchat::host
