// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>
#include <string>
#include <vector>

namespace p2pchat::host {

/// What the process was told about places; empty where nothing was said.
struct Environment {
  std::string home, config_home, data_home;  ///< HOME, XDG_CONFIG_HOME, XDG_DATA_HOME
  std::string data_dir, plugin_path;         ///< P2PCHAT_DATA_DIR, P2PCHAT_PLUGIN_PATH
  std::filesystem::path executable;          ///< this program's own file
  bool has_display = false;                  ///< whether WAYLAND_DISPLAY or DISPLAY names one
  /// That of this process.
  static Environment own();
};

/// Where the configuration is read from, unless `--config` says otherwise. Source: XDG Base Directory 0.8.
std::filesystem::path config_file(const Environment& environment);

/// Where identity, messages and log are: the first of `flag`, P2PCHAT_DATA_DIR, `configured`, the XDG data folder.
/// Empty when nothing tells, not even a home.
std::filesystem::path data_directory(const Environment& environment, const std::string& flag,
                                     const std::string& configured);

/// Where plugins are looked for, in this order: `flags`, P2PCHAT_PLUGIN_PATH, the user's folder, the folder of the
/// build, the folder of the installation.
std::vector<std::filesystem::path> plugin_folders(const Environment& environment,
                                                  const std::vector<std::string>& flags);

/// Those of them in which the program's own plugins are: of the build, then of the installation.
std::vector<std::filesystem::path> own_plugin_folders(const Environment& environment);

}  // namespace p2pchat::host
