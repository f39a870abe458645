// SPDX-License-Identifier: MIT
#include "sessions.hpp"

#include "durations.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>
#include <vector>

namespace p2pchat::simulation {
namespace {

std::vector<double> many_minutes(const Options& options) {
  const Sessions sessions(options);
  Chance chance(options.seed, Purpose::deaths);
  std::vector<double> minutes(20'001);
  for (auto& each : minutes) each = double(sessions.draw_us(chance)) / double(minute_us);
  std::ranges::sort(minutes);
  return minutes;
}

double mean(const std::vector<double>& numbers) {
  return std::accumulate(numbers.begin(), numbers.end(), 0.0) / double(numbers.size());
}

TEST(Sessions, HaveTheMedianThatWasSaidWhateverTheirShape) {
  for (const double shape : {0.5, 1.0, 2.0}) {
    const auto minutes = many_minutes({.median_min = 15, .shape = shape});
    EXPECT_NEAR(minutes[minutes.size() / 2], 15, 1) << shape;
  }
}

TEST(Sessions, HaveTheMeanThatWasSaidWhateverTheirShape) {
  for (const double shape : {0.5, 1.0, 2.0})
    EXPECT_NEAR(mean(many_minutes({.session_min = 15, .shape = shape})), 15, 1.5) << shape;
}

TEST(Sessions, OfASmallShapeEndSoonOrLate) {
  const auto usual = many_minutes({.median_min = 15}), varied = many_minutes({.median_min = 15, .shape = 0.5});
  EXPECT_LT(varied[varied.size() / 10], usual[usual.size() / 10] / 2);
  EXPECT_GT(varied[varied.size() / 10 * 9], usual[usual.size() / 10 * 9] * 2);
}

TEST(Sessions, DoNotEndUnlessALengthIsSaid) {
  EXPECT_FALSE(Sessions({}).end());
  EXPECT_TRUE(Sessions({.session_min = 1}).end());
  EXPECT_TRUE(Sessions({.median_min = 1}).end());
}

}  // namespace
}  // namespace p2pchat::simulation
