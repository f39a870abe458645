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
  const auto until = std::chrono::steady_clock::now() + limit;
  for (;;) {
    const auto now = threads();
    if (now <= expected) return 0;
    if (std::chrono::steady_clock::now() >= until) return now - expected;
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
}

}  // namespace p2pchat::isolation
