// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace p2pchat::messaging {

/// Decides which handshakes of others to answer: 20 a second per source address, burst 5; of this machine all. Pure:
/// time is an argument.
class HandshakeLimits {
 public:
  /// Whether one more handshake from this endpoint's address is answered now.
  bool admit(std::string_view endpoint, std::uint64_t now_us);
  /// How many addresses are remembered; those that could burst again are forgotten.
  std::size_t remembered() const { return full_at_us_.size(); }

 private:
  std::map<std::string, std::uint64_t, std::less<>> full_at_us_;  ///< when the address may burst again
};

}  // namespace p2pchat::messaging
