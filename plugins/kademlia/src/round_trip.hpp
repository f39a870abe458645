// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>

namespace p2pchat::kademlia {

/// How long answers of one node take: smoothed mean and deviation (RFC 6298, section 2).
class RoundTrip {
 public:
  static constexpr std::uint64_t unknown_us = 400'000, least_us = 50'000, most_us = 1'000'000;

  /// Takes one measurement; only of requests that were sent once (Karn).
  void sample(std::uint64_t sampled_us) {
    const auto us = static_cast<std::uint32_t>(std::clamp<std::uint64_t>(sampled_us, 1, most_us * 10));
    if (mean_us_ == 0) {
      mean_us_ = us, deviation_us_ = us / 2;
      return;
    }
    const auto difference = mean_us_ > us ? mean_us_ - us : us - mean_us_;
    deviation_us_ = (3 * deviation_us_ + difference) / 4;
    mean_us_ = (7 * mean_us_ + us) / 8;
  }
  /// When to stop waiting for an answer.
  std::uint64_t timeout_us() const {
    return mean_us_ == 0 ? unknown_us : std::clamp<std::uint64_t>(mean_us_ + 4 * deviation_us_, least_us, most_us);
  }
  bool is_known() const { return mean_us_ != 0; }
  /// When to ask somebody else beside one of whom nothing is known, if this is how long others take: he may be farther
  /// away than they, and has more to do with a greeting.
  std::uint64_t stranger_timeout_us() const {
    return is_known() ? std::clamp<std::uint64_t>(2 * (mean_us_ + 4 * deviation_us_), least_us, unknown_us)
                      : unknown_us;
  }
  /// The mean, rounded up; 0 when unknown.
  std::uint32_t mean_ms() const { return (mean_us_ + 999) / 1000; }

 private:
  std::uint32_t mean_us_ = 0, deviation_us_ = 0;
};

}  // namespace p2pchat::kademlia
