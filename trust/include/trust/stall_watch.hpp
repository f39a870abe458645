// SPDX-License-Identifier: MIT
#pragma once
#include "trust/pulse.hpp"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace p2pchat::trust {

/// Looks at one thread two or three times a second while it works; once it has been in the same plugin call for two
/// looks, it is told to say so (`report_crashes_to`), once for each such call: a call that never returns is named
/// within a second. After five seconds SIGINT, SIGTERM and SIGHUP end the program at once, which that thread can no
/// longer do, until the call returns.
class StallWatch {
 public:
  StallWatch() = default;
  ~StallWatch();
  StallWatch(const StallWatch&) = delete;
  StallWatch& operator=(const StallWatch&) = delete;
  /// Watches the thread that calls this, once; the watch outlives the thread.
  void watch_this_thread();

 private:
  Pulse pulse_;
  std::mutex mutex_;
  std::condition_variable changed_;
  bool ended_ = false;
  std::thread thread_;
};

}  // namespace p2pchat::trust
