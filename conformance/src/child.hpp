// SPDX-License-Identifier: MIT
#pragma once
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace p2pchat::conformance {

/// A program to run to its end.
struct Command {
  std::vector<std::string> words;                ///< the program's file, then its arguments
  std::map<std::string, std::string> variables;  ///< beside those of this process
  std::filesystem::path folder;                  ///< where it works
};

/// How it ended.
struct Ended {
  enum class How { returned, killed, hung, not_begun };
  How how = How::not_begun;
  int code = 0;        ///< what it returned, or the signal that killed it
  std::string output;  ///< both of its outputs, at most 256 KiB
  double seconds = 0;
};

/// Runs a command without input, in a process group of its own, and waits until it ends. What it leaves running is
/// killed with it, and all of it when `limit` has passed. Blocks.
Ended run(const Command& command, std::chrono::seconds limit);

}  // namespace p2pchat::conformance
