// SPDX-License-Identifier: MIT
#pragma once
#include <dirent.h>

#include <chrono>

namespace p2pchat::isolation {

/// Counts the threads of this process. To be made before files are out of reach. Thread: one at a time.
/// Source: proc(5), `/proc/self/task`.
class Census {
 public:
  Census() : tasks_(::opendir("/proc/self/task")) {}
  ~Census() {
    if (tasks_) ::closedir(tasks_);
  }
  Census(const Census&) = delete;
  /// How many there are; 0 where that cannot be told.
  unsigned threads() const;
  /// How many there are above so many. One that is ending is given so long to be gone.
  unsigned above(unsigned expected, std::chrono::milliseconds limit) const;

 private:
  DIR* const tasks_;
};

}  // namespace p2pchat::isolation
