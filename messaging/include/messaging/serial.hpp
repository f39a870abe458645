// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

namespace p2pchat::messaging {

/// A thread of one's own, seen from outside: jobs run one at a time, in the order they were given.
///
/// In the program it is a thread; in tests and simulations the jobs run on the loop.
class Serial {
 public:
  /// Queues a job. Thread: any.
  virtual void run(sdk::Fn<void()>&& job) = 0;

 protected:
  ~Serial() = default;
};

}  // namespace p2pchat::messaging
