// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/refusal.hpp"

#include <array>

namespace p2pchat::bottle {

/// How many were taken and refused, by reason.
class Counters {
 public:
  /// Counts one; `none` is one taken.
  void count(Refusal refusal) { ++counts_[static_cast<std::size_t>(refusal)]; }
  std::uint64_t of(Refusal refusal) const { return counts_[static_cast<std::size_t>(refusal)]; }

 private:
  std::array<std::uint64_t, refusal_count> counts_{};
};

}  // namespace p2pchat::bottle
