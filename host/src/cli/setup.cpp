// SPDX-License-Identifier: MIT
#include "cli/setup.hpp"

#include "cli/first_start.hpp"
#include "isolation/isolated_plugin.hpp"
#include "trust/blame.hpp"

#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>

namespace p2pchat::host {
namespace {

// The text of the configuration file; empty when it is the usual one and is not there.
std::string read_config(const std::filesystem::path& file, bool must_exist, std::string& problem) {
  std::error_code error;
  if (!must_exist && !std::filesystem::exists(file, error)) return {};
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), {}};
  if (!in.is_open() || in.bad() || !std::filesystem::is_regular_file(file, error))
    problem = "cannot read configuration file " + file.string() + ": see that it exists and may be read";
  return text;
}

std::vector<Setting> read_settings(const Arguments& arguments, const std::filesystem::path& file,
                                   std::vector<std::string>& problems) {
  std::string problem;
  const auto text = read_config(file, !arguments.config.empty(), problem);
  auto settings = problem.empty() ? read_toml(text, file.string(), problem) : std::vector<Setting>();
  if (!problem.empty()) problems.push_back(problem);
  for (const auto& said : arguments.assignments)
    if (auto assignment = read_assignment(said))
      assign(settings, std::move(*assignment));
    else
      problems.push_back("--set " + said +
                         ": write KEY=VALUE, such as plugin.kademlia.bootstrap=node.example.org:12476");
  if (!arguments.profile.empty()) assign(settings, {{"profile"}, {arguments.profile}, false, "--profile"});
  if (!arguments.log_level.empty()) assign(settings, {{"log", "level"}, {arguments.log_level}, false, "--log-level"});
  return settings;
}

KnownKeys known_keys(const std::vector<Candidate>& candidates) {
  KnownKeys known;
  for (const auto& candidate : candidates) {
    if (!candidate.is_read()) continue;
    const auto& m = candidate.manifest();
    const auto [plugin, first] = known.try_emplace(candidate.id(), m.settings, m.settings + m.n_settings);
    if (first) plugin->second.emplace_back("isolate");
  }
  return known;
}

std::shared_ptr<const trust::Rules> read_rules(const Setup& setup, const Environment& environment, bool safe) {
  auto rules = std::make_shared<trust::Rules>();
  rules->policy = *trust::policy_from(setup.config.trust_policy);
  rules->own_folders = own_plugin_folders(environment);
  rules->lock = trust::Lock::read(setup.lock);
  rules->keys = setup.config.trust_keys;
  rules->suspended = trust::suspended(setup.data_dir);
  if (safe) rules->start = trust::Rules::Start::safe;
  return rules;
}

// A stranger gets a process of its own, unless the person says otherwise.
void keep_strangers_apart(Setup& setup) {
  for (const auto& candidate : setup.candidates) {
    const auto id = candidate.id();
    if (!candidate.is_read() || candidate.verdict == Verdict::shadowed) continue;
    if (trust::comes_with_program(*setup.rules, candidate.file, id)) continue;
    const auto stays = isolation::what_stays(candidate.manifest());
    if (stays.empty())
      setup.config.tables[id].try_emplace("isolate", "true");
    else if (candidate.good() && !setup.config.tables[id].contains("isolate"))
      setup.warnings.push_back("plugin " + id + " runs inside the program, with all its rights: " + std::string(stays) +
                               ", which it provides, cannot be carried to another process");
  }
}

}  // namespace

std::vector<std::string> Setup::absent() const {
  std::vector<std::string> ids;
  for (const auto& id : config.plugins)
    if (!find(candidates, id)) ids.push_back(id);
  return ids;
}

std::optional<Setup> set_up(Arguments arguments) {
  Setup setup;
  const auto environment = Environment::own();
  setup.config_file = arguments.config.empty() ? config_file(environment) : std::filesystem::path(arguments.config);
  std::vector<std::string> problems;
  setup.settings = read_settings(arguments, setup.config_file, problems);
  setup.folders = plugin_folders(environment, arguments.plugin_dirs);
  const auto profile = usual_profile(arguments, environment, setup.folders);
  if (problems.empty()) setup.config = configure(setup.settings, problems, profile);
  for (const auto& problem : problems) fail(problem);
  if (!problems.empty()) return std::nullopt;

  setup.data_dir = data_directory(environment, arguments.data_dir, setup.config.data_dir);
  setup.choices = setup.data_dir / "plugins";
  setup.profile_plugins = setup.config.plugins;
  setup.config.plugins = with_choices(setup.profile_plugins, setup.choices);
  setup.lock = setup.config_file.empty() ? setup.config_file : setup.config_file.parent_path() / "plugins.lock";
  setup.rules = read_rules(setup, environment, arguments.safe);
  setup.candidates = find_plugins(setup.folders, setup.rules);
  judge_files(setup.candidates, setup.config.plugins, setup.config.profile, Speech::own());
  setup.warnings = unknown_keys(setup.settings, known_keys(setup.candidates));
  const auto& unread = setup.rules->lock.problems;
  setup.warnings.insert(setup.warnings.end(), unread.begin(), unread.end());
  keep_strangers_apart(setup);
  setup.arguments = std::move(arguments);
  return setup;
}

int fail(std::string_view sentence) {
  std::cerr << "p2pchat: " << sentence << "\n";
  return exit_failed;
}

int fail(const sdk::Status& status) {
  fail(std::string_view(status.text));
  return status.code == sdk::Errc::busy ? exit_running : exit_failed;
}

}  // namespace p2pchat::host
