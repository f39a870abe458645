// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace p2pchat::host {

/// How the program ends.
enum ExitCode : int { exit_ok = 0, exit_failed = 1, exit_usage = 2, exit_running = 3 };

/// The command line, read.
struct Arguments {
  enum class Command {
    none,  ///< not said: `run`, or `sea` where nothing is there yet
    run,
    sea,
    plugin_list,
    plugin_info,
    plugin_enable,
    plugin_disable,
    plugin_trust,
    plugin_distrust,
    plugin_kit,  ///< `check` or `new`, after options that they do not take
    identity_show,
    identity_export,
    identity_import,
    config_path,
    config_check,
    version,
    worker  ///< what a plugin in a process of its own runs in; begun by the program itself
  };
  Command command = Command::none;
  std::string operand;  ///< the ID or FILE of the command
  std::string profile, config, data_dir, log_level;
  std::vector<std::string> plugin_dirs, assignments;
  bool json = false, line = false, safe = false;
  unsigned sea_nodes = 30;
  std::optional<std::uint64_t> sea_seed;
  std::vector<std::string> for_ui;  ///< what `run` and `sea` hand to the user interface
};

/// Reads the command line. Nothing when that was all, as after `--help` or an error, with what to exit with; help goes
/// to stdout, an error with the nearest right word to stderr.
std::optional<Arguments> read_arguments(int argc, const char* const* argv, int& exit_code);

}  // namespace p2pchat::host
