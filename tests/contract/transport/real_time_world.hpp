// SPDX-License-Identifier: MIT
#pragma once
#include "support/real_host.hpp"
#include "transport_world.hpp"

#include <chrono>
#include <thread>

namespace p2pchat::test {

/// A world whose transports live on one real loop.
class RealTimeWorld : public TransportWorld {
 public:
  void call(const std::function<void()>& f) override { loop.call(f); }
  bool until(const std::function<bool()>& condition) override { return loop.wait_until(condition); }
  void settle() override {
    for (int turn = 0; turn < 20; ++turn) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
      loop.call([] {});
    }
  }

 protected:
  RealLoop loop;
};

}  // namespace p2pchat::test
