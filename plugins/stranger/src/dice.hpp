// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::stranger {

/// Chance that is the same for the same seed. Not for secrets. Source: SplitMix64, Steele, Lea and Flood 2014.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next() {
    auto z = state_ += 0x9e3779b97f4a7c15;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
    z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
    return z ^ (z >> 31);
  }
  /// From 0 to `n` - 1; `n` is not 0.
  std::uint64_t below(std::uint64_t n) { return next() % n; }
  /// From `low` to `high`.
  std::uint64_t between(std::uint64_t low, std::uint64_t high) { return low + below(high - low + 1); }

 private:
  std::uint64_t state_;
};

}  // namespace p2pchat::stranger
