// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::kademlia {

/// Whether liars are about: how many of the lookups of late looked as if they were led astray, smoothed over eight.
/// From one in four on each goes over all its paths from the beginning, because one that meets nobody but colluders at
/// first ends there without a doubt.
class Wariness {
 public:
  void learn(bool looked_suspicious) { permille_ = (7 * permille_ + (looked_suspicious ? 1000 : 0)) / 8; }
  bool is_wary() const { return permille_ > 250; }

 private:
  std::uint32_t permille_ = 0;
};

}  // namespace p2pchat::kademlia
