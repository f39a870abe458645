// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <filesystem>

namespace p2pchat::host {

/// Holds a data directory for this process, until it is destroyed or the process ends, however it ends.
class InstanceLock {
 public:
  InstanceLock() = default;
  ~InstanceLock();
  InstanceLock(const InstanceLock&) = delete;
  InstanceLock& operator=(const InstanceLock&) = delete;
  /// Makes the directory, mode 0700, or sees that it is mine alone; then takes it. Errors, which say what to do: `busy`
  /// names the process that holds it, `io`, `refused`.
  sdk::Status take(const std::filesystem::path& directory);

 private:
  int descriptor_ = -1;
};

}  // namespace p2pchat::host
