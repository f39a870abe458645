// SPDX-License-Identifier: MIT
#include "census.hpp"

#include <thread>

namespace p2pchat::isolation {

unsigned Census::threads() const {
  unsigned count = 0;
  if (!tasks_) return count;
  ::rewinddir(tasks_);
  while (const auto* entry = ::readdir(tasks_))  // NOLINT(concurrency-mt-unsafe): the stream is nobody else's
    count += entry->d_name[0] != '.';
  return count;
}

unsigned Census::above(unsigned expected, std::chrono::milliseconds limit) const {
  constexpr std::chrono::milliseconds pause(5);
  for (auto left = limit;; left -= pause) {
    const auto now = threads();
    if (now <= expected) return 0;
    if (left <= pause) return now - expected;
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace p2pchat::isolation
