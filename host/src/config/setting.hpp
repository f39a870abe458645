// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::host {

/// One value of the configuration, wherever it was said.
struct Setting {
  std::vector<std::string> path;  ///< such as `plugin`, `kademlia`, `bootstrap`
  std::vector<std::string> values;
  bool list = false;
  std::string where;  ///< `config.toml:7:3` or `--set`

  /// The path with dots.
  std::string key() const;
};

/// Reads TOML. On an error nothing is kept and `problem` tells file, line, column and what is wrong.
std::vector<Setting> read_toml(std::string_view text, std::string_view file, std::string& problem);

/// Reads `key=value` of `--set`. Nothing when it has no such form.
std::optional<Setting> read_assignment(std::string_view text);

/// Puts an assignment over what the file says; one that is repeated becomes a list.
void assign(std::vector<Setting>& settings, Setting assignment);

}  // namespace p2pchat::host
