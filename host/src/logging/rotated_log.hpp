// SPDX-License-Identifier: MIT
#pragma once
#include "logging/log.hpp"

#include <filesystem>
#include <memory>

namespace p2pchat::host {

/// What `log.level` and the terminal decide about stderr.
enum class Stderr { all, warnings, nothing };

/// Lines to `p2pchat.log` in a directory, rotated at 4 MiB, four files kept, and to stderr.
class RotatedLog final : public Log {
 public:
  /// Makes the directory. An empty one means stderr only. When the file cannot be opened, the log says why and goes to
  /// stderr alone.
  RotatedLog(const std::filesystem::path& directory, sdk::Level level, Stderr to_stderr);
  ~RotatedLog();
  void write(sdk::Level level, std::string_view who, std::string_view text) noexcept override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace p2pchat::host
