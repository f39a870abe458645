// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <array>
#include <optional>

namespace p2pchat::host {

/// The levels by name, as `log.level` and `--log-level` take them.
inline constexpr std::array<std::string_view, 5> level_names{"trace", "debug", "info", "warn", "error"};

/// Nothing for a word that is no level.
constexpr std::optional<sdk::Level> level_from(std::string_view name) {
  for (std::size_t i = 0; i < level_names.size(); ++i)
    if (level_names[i] == name) return static_cast<sdk::Level>(i);
  return std::nullopt;
}

/// Where lines for the operator go. Thread: any.
class Log {
 public:
  /// Writes one line; `who` is a plugin's id or a part of the host.
  virtual void write(sdk::Level level, std::string_view who, std::string_view text) noexcept = 0;

 protected:
  ~Log() = default;
};

}  // namespace p2pchat::host
