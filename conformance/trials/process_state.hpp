// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <cstddef>
#include <filesystem>
#include <set>
#include <string>

namespace p2pchat::conformance {

/// What a process has that everybody in it shares, and that no plugin may change or leave behind.
struct ProcessState {
  /// As it is now.
  static ProcessState now();
  std::set<std::string> threads, descriptors;  ///< by number; a descriptor with what it is open on
  std::array<void*, 32> handlers{};            ///< of the signals 1 to 31
  std::string locale;
  unsigned umask = 0;
  std::filesystem::path folder;
};

/// What of one is not in another.
std::string added(const std::set<std::string>& before, const std::set<std::string>& after);

}  // namespace p2pchat::conformance
