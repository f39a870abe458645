// SPDX-License-Identifier: MIT
#pragma once
#include "isolation/isolated_plugin.hpp"

#include <chrono>
#include <string>
#include <vector>

namespace p2pchat::isolation {

/// The process of a worker, as its parent sees it. Thread: one at a time.
class WorkerProcess {
 public:
  WorkerProcess() = default;
  /// Kills it, unless it has ended.
  ~WorkerProcess();
  WorkerProcess(const WorkerProcess&) = delete;
  /// Begins it. `display` are lines such as `DISPLAY=:0`, which replace those of our own environment. It gets stdin,
  /// stdout, stderr and its end of a socket pair, and no other descriptor; ours is returned in `descriptor`. Errors:
  /// `io`.
  sdk::Status begin(const WorkerCommand& command, const std::vector<std::string>& display, int& descriptor);
  /// Waits until it has ended, and kills it when the time is over. In words: how it ended.
  std::string wait(std::chrono::milliseconds grace);
  int pid() const { return pid_; }

 private:
  int pid_ = 0;
};

}  // namespace p2pchat::isolation
