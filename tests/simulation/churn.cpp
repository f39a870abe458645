// SPDX-License-Identifier: MIT
#include "churn.hpp"

namespace p2pchat::simulation {

void Churn::begin() {
  for (const auto number : sea_.living())
    if (!is_spared || !is_spared(number)) await(number);
}

void Churn::await(std::size_t number) {
  sea_.heap().in(static_cast<std::uint64_t>(deaths_.exponential(mean_us_)), [this, number] {
    if (is_over_ || !sea_.node(number)) return;
    if (on_death) on_death(number);
    ++count_;
    sea_.kill(number);
    const auto heir = sea_.add();
    if (on_birth) on_birth(heir);
    await(heir);
  });
}

}  // namespace p2pchat::simulation
