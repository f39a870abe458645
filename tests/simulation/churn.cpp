// SPDX-License-Identifier: MIT
#include "churn.hpp"

namespace p2pchat::simulation {

void Churn::begin() {
  for (const auto number : sea_.living()) await(number);
}

void Churn::await(std::size_t number) {
  sea_.heap().in(static_cast<std::uint64_t>(deaths_.exponential(mean_us_)), [this, number] {
    if (is_over_ || !sea_.node(number)) return;
    ++count_;
    sea_.kill(number);
    if (away_us_ == 0) return await(sea_.add());
    sea_.heap().in(static_cast<std::uint64_t>(deaths_.exponential(away_us_)), [this, number] {
      sea_.start(number);
      await(number);
    });
  });
}

}  // namespace p2pchat::simulation
