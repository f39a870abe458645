// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>

namespace p2pchat::kademlia {

/// How long an entry may be silent before it is tested, learned from how many of those that were tested had gone: so
/// long that one in twelve has, from half a minute to a quarter of an hour. Begins at two minutes.
///
/// Each dead node that others name costs a lookup the wait for it; where nobody leaves, tests cost and tell nothing.
class TestPace {
 public:
  static constexpr std::uint64_t least_us = 30'000'000, first_us = 120'000'000, most_us = 900'000'000;
  std::uint64_t pause_us() const { return pause_us_; }
  /// One that answered the last time was tested.
  void tested(bool has_answered) {
    pause_us_ = std::clamp(has_answered ? pause_us_ + pause_us_ / 40 : pause_us_ - pause_us_ / 4, least_us, most_us);
  }

 private:
  std::uint64_t pause_us_ = first_us;
};

}  // namespace p2pchat::kademlia
