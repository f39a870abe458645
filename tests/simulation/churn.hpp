// SPDX-License-Identifier: MIT
#pragma once
#include "sea.hpp"

namespace p2pchat::simulation {

/// Sessions without memory: each node is killed after a time of exponential distribution. With `away_us` 0 a stranger
/// with a new key starts in its stead at the same moment, so nobody ever comes back: the hardest case for routing. Else
/// it starts again itself, on its disk, after such a time.
class Churn {
 public:
  Churn(Sea& sea, double mean_us, double away_us = 0)
      : sea_(sea), mean_us_(mean_us), away_us_(away_us), deaths_(sea.seed(), Purpose::deaths) {}
  /// Begins with all who live now.
  void begin();
  /// Nobody dies any more.
  void end() { is_over_ = true; }
  std::uint64_t deaths() const { return count_; }

 private:
  void await(std::size_t number);

  Sea& sea_;
  const double mean_us_, away_us_;
  Chance deaths_;
  std::uint64_t count_ = 0;
  bool is_over_ = false;
};

}  // namespace p2pchat::simulation
