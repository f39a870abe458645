// SPDX-License-Identifier: MIT
#pragma once
#include "cli/arguments.hpp"
#include "config/choices.hpp"
#include "config/config.hpp"
#include "config/paths.hpp"
#include "plugins/catalog.hpp"

namespace p2pchat::host {

/// What every command stands on: the configuration, read, and the plugins there are, judged from their files.
struct Setup {
  Arguments arguments;
  std::filesystem::path config_file, data_dir;
  std::filesystem::path choices;  ///< which plugins were switched on and off; empty where nothing is kept
  std::filesystem::path lock;     ///< what is trusted, beside the configuration; empty where there is no place for it
  std::shared_ptr<const trust::Rules> rules;
  std::vector<std::filesystem::path> folders;
  std::vector<Setting> settings;
  Config config;
  std::vector<Candidate> candidates;
  std::vector<std::string> profile_plugins;  ///< before the choices: `config.plugins` has them in it
  std::vector<std::string> warnings;         ///< settings that nobody reads

  /// Plugins of the profile that are in none of the folders.
  std::vector<std::string> absent() const;
};

/// Reads the configuration and finds the plugins; touches no data. Nothing, with the problems on stderr, when the
/// configuration cannot be used.
std::optional<Setup> set_up(Arguments arguments);

/// The commands. Each returns an exit code, and writes its answer to stdout and what went wrong to stderr.
int run(const Setup& setup);
int sea(const Setup& setup);
int list_plugins(Setup setup);
int show_plugin(Setup setup);
int choose_plugin(const Setup& setup);
int change_trust(const Setup& setup);
int show_identity(const Setup& setup);
int export_identity(const Setup& setup);
int import_identity(const Setup& setup);
int show_config_path(const Setup& setup);
int check_config(const Setup& setup);
/// A process of its own for the plugin in this file; needs nothing of the set-up.
int work(const std::filesystem::path& plugin);

/// The node and its plugins in JSON: what `plugin list --json` prints, and user interfaces are told. `problem`: why
/// what one of them asked for was not done.
std::string describe(const Setup& setup, const std::vector<Candidate>& candidates, std::string_view problem);

/// Writes "p2pchat: " and a sentence to stderr; returns the exit code.
int fail(std::string_view sentence);
int fail(const sdk::Status& status);

}  // namespace p2pchat::host
