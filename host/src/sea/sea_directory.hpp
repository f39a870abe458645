// SPDX-License-Identifier: MIT
#pragma once
#include <filesystem>

namespace p2pchat::host {

/// A directory that only I can enter and that goes with its owner, whatever is in it.
class SeaDirectory {
 public:
  /// Throws `std::system_error` when the system has no place for one.
  SeaDirectory();
  ~SeaDirectory();
  SeaDirectory(const SeaDirectory&) = delete;
  SeaDirectory& operator=(const SeaDirectory&) = delete;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace p2pchat::host
