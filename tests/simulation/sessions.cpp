// SPDX-License-Identifier: MIT
#include "sessions.hpp"

#include "durations.hpp"

namespace p2pchat::simulation {
namespace {

double scale_min(const Options& options) {
  const auto power = 1 / options.shape;
  if (options.median_min > 0) return options.median_min / std::pow(std::log(2.0), power);
  return options.session_min / std::tgamma(1 + power);
}

}  // namespace

Sessions::Sessions(const Options& options) : shape_(options.shape), scale_us_(scale_min(options) * double(minute_us)) {}

std::uint64_t Sessions::draw_us(Chance& chance) const {
  return static_cast<std::uint64_t>(scale_us_ * std::pow(chance.exponential(1), 1 / shape_));
}

}  // namespace p2pchat::simulation
