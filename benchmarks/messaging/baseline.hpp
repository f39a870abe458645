// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>

namespace p2pchat::bench {

/// What the figures are ratios of, measured beside them.
struct Baseline {
  double sign_s = 0;        ///< one signature, CPU time
  double verify_s = 0;      ///< one check of it, CPU time
  double round_trip_s = 0;  ///< 1 KiB there and 100 bytes back over a loopback socket, both ends on one thread
};

/// Measures signing, checking and the round trip for about `seconds` each.
Baseline measure(sdk::Crypto& crypto, double seconds);

}  // namespace p2pchat::bench
