// SPDX-License-Identifier: MIT
#include "config/config.hpp"

#include "config/nearest.hpp"
#include "config/profiles.hpp"
#include "logging/log.hpp"
#include "trust/rules.hpp"
#include "trust/signature.hpp"

#include <algorithm>
#include <set>

namespace p2pchat::host {
namespace {

const std::vector<std::string> roots{"profile", "profiles", "node", "log", "plugin", "trust"};
const std::vector<std::string> node_keys{"name", "data_dir", "ephemeral"};
const std::vector<std::string> log_keys{"level"};
const std::vector<std::string> trust_words{"policy", "keys"};
const std::vector<std::string> profile_keys{"extends", "plugins", "without"};

// How many words name a setting below this root; 0 for a root that nobody reads.
std::size_t depth_of(const std::string& root) {
  if (root == "profile") return 1;
  if (root == "node" || root == "log" || root == "trust") return 2;
  return root == "profiles" || root == "plugin" ? 3 : 0;
}

/// One reading of the settings: fills the configuration, collects what is wrong.
class Reading {
 public:
  Reading(Config& config, std::vector<std::string>& problems) : config_(config), problems_(problems) {}

  void take(const Setting& setting) {
    const auto key = setting.key();
    if (setting.path.size() < depth_of(setting.path[0]))
      return wrong(setting, "holds settings: write `[" + key + "]` and its keys below");
    if (key == "profile") text(setting, config_.profile);
    if (key == "node.name") text(setting, config_.name);
    if (key == "node.data_dir") text(setting, config_.data_dir);
    if (key == "node.ephemeral") flag(setting, config_.ephemeral);
    if (key == "log.level") level(setting);
    if (key == "trust.policy") policy(setting);
    if (key == "trust.keys") keys(setting);
    if (setting.path.size() != 3) return;
    if (setting.path[0] == "profiles") profile(setting);
    if (setting.path[0] == "plugin") table(setting);
  }

  void finish() {
    std::string problem;
    config_.plugins = resolve(profiles_, config_.profile, problem);
    if (!problem.empty()) problems_.push_back(problem);
    // Its toolkit ends the process it is in when the display goes.
    if (std::ranges::find(config_.plugins, "wx-gui") != config_.plugins.end())
      config_.tables["wx-gui"].try_emplace("isolate", "true");
  }

 private:
  void wrong(const Setting& setting, const std::string& what) {
    problems_.push_back(setting.where + ": `" + setting.key() + "` " + what);
  }
  void text(const Setting& setting, std::string& into) {
    if (setting.list) return wrong(setting, "is a list: give one text");
    into = setting.values.front();
  }
  void flag(const Setting& setting, bool& into) {
    const auto value = setting.values.empty() ? "" : setting.values.front();
    if (setting.list || (value != "true" && value != "false")) return wrong(setting, "must be true or false");
    into = value == "true";
  }
  void level(const Setting& setting) {
    text(setting, config_.log_level);
    if (!level_from(config_.log_level)) wrong(setting, "must be trace, debug, info, warn or error");
  }
  void policy(const Setting& setting) {
    text(setting, config_.trust_policy);
    if (!trust::policy_from(config_.trust_policy)) wrong(setting, "must be pinned, path or any");
  }
  void keys(const Setting& setting) {
    config_.trust_keys = setting.values;
    if (!std::ranges::all_of(setting.values, trust::is_key))
      wrong(setting, "holds something else than Ed25519 public keys");
  }
  void profile(const Setting& setting) {
    const auto& name = setting.path[1];
    if (named_.insert(name).second) profiles_[name] = {};
    auto& profile = profiles_[name];
    if (setting.path[2] == "extends") text(setting, profile.extends);
    if (setting.path[2] == "plugins") profile.plugins = setting.values;
    if (setting.path[2] == "without") profile.without = setting.values;
  }
  void table(const Setting& setting) {
    bool isolate = false;
    if (setting.path[2] == "isolate") flag(setting, isolate);
    std::string lines;
    for (const auto& value : setting.values) lines += (&value == setting.values.data() ? "" : "\n") + value;
    config_.tables[setting.path[1]][setting.path[2]] = lines;
  }

  Config& config_;
  std::vector<std::string>& problems_;
  Profiles profiles_ = built_in_profiles();
  std::set<std::string> named_;  // those the user describes, which replace built-in ones
};

// The words that may stand at `depth` of a path whose beginning is known.
std::vector<std::string> words_at(const std::vector<std::string>& path, std::size_t depth, const KnownKeys& plugins) {
  if (depth == 0) return roots;
  if (path[0] == "node" && depth == 1) return node_keys;
  if (path[0] == "log" && depth == 1) return log_keys;
  if (path[0] == "trust" && depth == 1) return trust_words;
  if (path[0] == "profiles") return depth == 1 ? std::vector{path[1]} : profile_keys;
  if (path[0] != "plugin") return {};
  std::vector<std::string> ids;
  for (const auto& [id, keys] : plugins) ids.push_back(id);
  return depth == 1 ? ids : plugins.find(path[1])->second;
}

}  // namespace

bool Config::isolates(const std::string& id) const {
  const auto table = tables.find(id);
  return table != tables.end() && table->second.contains("isolate") && table->second.at("isolate") == "true";
}

Config configure(const std::vector<Setting>& settings, std::vector<std::string>& problems,
                 const std::string& usual_profile) {
  Config config;
  config.profile = usual_profile;
  Reading reading(config, problems);
  for (const auto& setting : settings) reading.take(setting);
  reading.finish();
  return config;
}

std::vector<std::string> unknown_keys(const std::vector<Setting>& settings, const KnownKeys& plugins) {
  std::vector<std::string> sentences;
  for (const auto& setting : settings)
    for (std::size_t depth = 0; depth < setting.path.size(); ++depth) {
      const auto known = words_at(setting.path, depth, plugins);
      if (std::ranges::find(known, setting.path[depth]) != known.end()) continue;
      const bool plugin = setting.path[0] == "plugin" && depth == 1;
      sentences.push_back(setting.where + ": " + (plugin ? "no plugin found has the id `" : "nobody reads the key `") +
                          (plugin ? setting.path[1] : setting.key()) + "`" + did_you_mean(setting.path[depth], known));
      break;
    }
  return sentences;
}

}  // namespace p2pchat::host
