// SPDX-License-Identifier: MIT
#include "config/paths.hpp"

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <sstream>

namespace p2pchat::host {
namespace {

namespace fs = std::filesystem;

// An XDG folder; relative values are to be ignored, says the specification.
fs::path xdg(const std::string& value, const std::string& home, const char* fallback) {
  if (fs::path(value).is_absolute()) return fs::path(value) / "p2pchat";
  return home.empty() ? fs::path() : fs::path(home) / fallback / "p2pchat";
}

}  // namespace

Environment Environment::own() {
  const auto get = [](const char* name) {
    const char* value = std::getenv(name);
    return std::string(value ? value : "");
  };
  std::error_code error;
  return {get("HOME"),
          get("XDG_CONFIG_HOME"),
          get("XDG_DATA_HOME"),
          get("P2PCHAT_DATA_DIR"),
          get("P2PCHAT_PLUGIN_PATH"),
          fs::read_symlink("/proc/self/exe", error),
          !get("WAYLAND_DISPLAY").empty() || !get("DISPLAY").empty()};
}

fs::path config_file(const Environment& environment) {
  const auto folder = xdg(environment.config_home, environment.home, ".config");
  return folder.empty() ? folder : folder / "config.toml";
}

fs::path data_directory(const Environment& environment, const std::string& flag, const std::string& configured) {
  for (const auto& said : {flag, environment.data_dir, configured})
    if (!said.empty()) return fs::absolute(said);
  return xdg(environment.data_home, environment.home, ".local/share");
}

std::vector<fs::path> plugin_folders(const Environment& environment, const std::vector<std::string>& flags) {
  std::vector<fs::path> folders(flags.begin(), flags.end());
  std::istringstream path(environment.plugin_path);
  for (std::string each; std::getline(path, each, ':');)
    if (!each.empty()) folders.emplace_back(each);
  if (const auto user = xdg(environment.data_home, environment.home, ".local/share"); !user.empty())
    folders.push_back(user / "plugins");
  std::ranges::copy(own_plugin_folders(environment), std::back_inserter(folders));
  return folders;
}

std::vector<fs::path> own_plugin_folders(const Environment& environment) {
  const auto program = environment.executable.parent_path();
  return {program / "plugins", (program / P2PCHAT_INSTALLED_PLUGINS).lexically_normal()};
}

}  // namespace p2pchat::host
