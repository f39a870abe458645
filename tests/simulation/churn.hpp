// SPDX-License-Identifier: MIT
#pragma once
#include "sea.hpp"
#include "sessions.hpp"

namespace p2pchat::simulation {

/// Each node is killed when its session ends. While `back_min` is 0 a stranger with a new key starts in its stead at
/// the same moment, so nobody ever comes back: the hardest case for routing. Else it starts again itself, on its disk,
/// after a time of exponential distribution.
class Churn {
 public:
  Churn(Sea& sea, const Options& options);
  /// Begins with all who live now, if sessions end at all.
  void begin();
  /// Nobody dies any more.
  void end() { is_over_ = true; }
  std::uint64_t deaths() const { return count_; }

 private:
  void await(std::size_t number);

  Sea& sea_;
  const Sessions sessions_;
  const double away_us_;
  Chance deaths_;
  std::uint64_t count_ = 0;
  bool is_over_ = false;
};

}  // namespace p2pchat::simulation
