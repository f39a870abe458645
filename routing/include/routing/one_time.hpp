// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>

#include <memory>

namespace p2pchat::routing {

/// A one-time key pair for greeting others.
struct OneTime {
  Octets secret, share;
  std::uint64_t made_us = 0;
};

/// The pair to greet with, a new one every ten minutes. Thread: [loop].
class OneTimes {
 public:
  OneTimes(sdk::Host& host, sdk::Crypto& crypto) : host_(host), crypto_(crypto) {}
  /// Both halves are empty when the suite could make none, which the log says once; the next call tries again.
  std::shared_ptr<const OneTime> now();

 private:
  sdk::Host& host_;
  sdk::Crypto& crypto_;
  std::shared_ptr<const OneTime> latest_;
  bool is_failing_ = false;
};

}  // namespace p2pchat::routing
