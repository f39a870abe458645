// SPDX-License-Identifier: MIT
#include "churn.hpp"

#include "durations.hpp"

namespace p2pchat::simulation {

Churn::Churn(Sea& sea, const Options& options)
    : sea_(sea),
      sessions_(options),
      away_us_(options.back_min * double(minute_us)),
      deaths_(sea.seed(), Purpose::deaths) {}

void Churn::begin() {
  if (!sessions_.end()) return;
  for (const auto number : sea_.living()) await(number);
}

void Churn::await(std::size_t number) {
  sea_.heap().in(sessions_.draw_us(deaths_), [this, number] {
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
