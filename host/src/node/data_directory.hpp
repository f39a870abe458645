// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <filesystem>

namespace p2pchat::host {

/// Makes the data directory, mode 0700, or sees that it is mine alone. Errors: `io`, `refused`, saying what to do.
sdk::Status prepare_data_directory(const std::filesystem::path& directory);

/// Holds a data directory for this process, until it is destroyed or the process ends, however it ends.
class InstanceLock {
 public:
  InstanceLock() = default;
  ~InstanceLock();
  InstanceLock(const InstanceLock&) = delete;
  InstanceLock& operator=(const InstanceLock&) = delete;
  /// Errors: `busy`, naming the process that holds it, `io`.
  sdk::Status take(const std::filesystem::path& directory);

 private:
  int descriptor_ = -1;
};

}  // namespace p2pchat::host
