// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::socket_transport {

/// Notices that no datagram comes through: four or more were sent to public addresses, the first of them over 2.5 s
/// ago, and nothing was heard since. One that is heard ends that.
class DatagramWatch {
 public:
  void sent(std::uint64_t now_us) {
    if (unanswered_++ == 0) first_us_ = now_us;
    is_blocked_ = is_blocked_ || (unanswered_ >= 4 && now_us > first_us_ + 2'500'000);
  }
  void heard() {
    unanswered_ = 0;
    is_blocked_ = false;
  }
  bool is_blocked() const { return is_blocked_; }

 private:
  std::uint64_t first_us_ = 0;
  std::uint32_t unanswered_ = 0;
  bool is_blocked_ = false;
};

}  // namespace p2pchat::socket_transport
