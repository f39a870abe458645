// SPDX-License-Identifier: MIT
#pragma once
#include "chance.hpp"
#include "options.hpp"

namespace p2pchat::simulation {

/// How long sessions last, by Weibull's distribution: of shape 1 they have no memory (exponential); of shape below 1
/// who has stayed for long stays for longer, and many leave at once, as was measured of people (Stutzbach and Rejaie
/// 2006).
class Sessions {
 public:
  explicit Sessions(const Options& options);
  /// Whether they end at all.
  bool end() const { return scale_us_ > 0; }
  std::uint64_t draw_us(Chance& chance) const;

 private:
  const double shape_, scale_us_;
};

}  // namespace p2pchat::simulation
