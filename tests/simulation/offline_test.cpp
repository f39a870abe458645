// SPDX-License-Identifier: MIT
#include "offline.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace p2pchat::simulation {
namespace {

OfflineResult collect(const Options& options) {
  std::cout << text_of(options) << "\n";
  auto result = run_offline(options);
  print(result, std::cout);
  return result;
}

TEST(Offline, ABottleToSomebodyAbsentIsCollectedOnceAndErasedEverywhere) {
  const auto result = collect({.nodes = 80, .minutes = 2, .bottles = 20});
  EXPECT_EQ(result.taken_over.good, 20U);
  EXPECT_EQ(result.arrived.good, 20U);
  EXPECT_EQ(result.intact.good, 20U);
  EXPECT_EQ(result.heard.most(), 1U);
  EXPECT_EQ(result.copies_left.most(), 0U);
}

TEST(Offline, BottlesAreCollectedWhileThoseWhoHoldThemComeAndGo) {
  const auto result = collect({.nodes = 80, .session_min = 120, .minutes = 2, .bottles = 20, .away_min = 20});
  EXPECT_EQ(result.taken_over.good, 20U);
  EXPECT_GE(result.arrived.percent(), 90);
}

}  // namespace
}  // namespace p2pchat::simulation
