// SPDX-License-Identifier: MIT
#pragma once
#include "messaging/serial.hpp"

#include <p2pchat/host.hpp>

#include <utility>

namespace p2pchat::test {

/// A `Serial` whose jobs run on the loop of a host, one event each: a store without a thread, in virtual time.
///
/// What a dropped host forgets, no job survives: as when the process dies.
class LoopSerial final : public messaging::Serial {
 public:
  explicit LoopSerial(sdk::Host& host) : host_(host) {}
  void run(sdk::Fn<void()>&& job) override { host_.post(std::move(job)); }

 private:
  sdk::Host& host_;
};

}  // namespace p2pchat::test
