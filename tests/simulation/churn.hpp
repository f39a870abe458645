// SPDX-License-Identifier: MIT
#pragma once
#include "sea.hpp"

#include <functional>

namespace p2pchat::simulation {

/// Sessions without memory: each node is killed after a time of exponential distribution, and at the same moment a
/// stranger with a new key starts in its stead. So nobody ever comes back, which is the hardest case for routing.
class Churn {
 public:
  Churn(Sea& sea, double mean_us) : sea_(sea), mean_us_(mean_us), deaths_(sea.seed(), Purpose::deaths) {}
  /// Begins with all who live now.
  void begin();
  void end() { is_over_ = true; }
  /// Nodes that are spared.
  std::function<bool(std::size_t)> is_spared;
  /// Hears who is about to die, and who started.
  std::function<void(std::size_t)> on_death, on_birth;
  std::uint64_t deaths() const { return count_; }

 private:
  void await(std::size_t number);

  Sea& sea_;
  const double mean_us_;
  Chance deaths_;
  std::uint64_t count_ = 0;
  bool is_over_ = false;
};

}  // namespace p2pchat::simulation
