// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>

namespace p2pchat::isolation {

/// How long to wait before a worker that ended is begun anew: twice as long each time, until one lived for a minute.
class BackOff {
 public:
  static constexpr std::uint64_t first_ms = 500, longest_ms = 60'000, healthy_ms = 60'000;

  /// The pause after a worker that lived so long.
  std::uint64_t next_ms(std::uint64_t lived_ms) {
    if (lived_ms >= healthy_ms) pause_ms_ = first_ms;
    const auto pause = pause_ms_;
    pause_ms_ = std::min(pause_ms_ * 2, longest_ms);
    return pause;
  }

 private:
  std::uint64_t pause_ms_ = first_ms;
};

}  // namespace p2pchat::isolation
