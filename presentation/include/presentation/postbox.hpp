// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

namespace p2pchat::presentation {

/// How answers from the loop reach the thread of a user interface, whatever wakes that.
class Postbox {
 public:
  virtual ~Postbox() = default;
  /// Queues a call for the UI's thread, after those posted before; once that thread has left it is dropped. Thread:
  /// any.
  virtual void post(sdk::Fn<void()>&& call) noexcept = 0;
};

}  // namespace p2pchat::presentation
