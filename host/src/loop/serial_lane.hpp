// SPDX-License-Identifier: MIT
#pragma once
#include "messaging/serial.hpp"

#include <memory>

namespace p2pchat::host {

/// One node's way to a serial thread that others use too, which the node can leave without stopping it for them.
class SerialLane final : public messaging::Serial {
 public:
  /// `thread` outlives the lane.
  explicit SerialLane(messaging::Serial& thread);
  /// `finish`.
  ~SerialLane();
  /// Waits until what was given has run; jobs given later are dropped. Thread: any but the serial one.
  void finish();
  void run(sdk::Fn<void()>&& job) override;

 private:
  struct State;
  messaging::Serial& thread_;
  std::shared_ptr<State> state_;
};

}  // namespace p2pchat::host
