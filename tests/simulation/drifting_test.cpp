// SPDX-License-Identifier: MIT
#include "drifting.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace p2pchat::simulation {
namespace {

DriftingResult drift(const Options& options) {
  std::cout << text_of(options) << "\n";
  auto result = run_drifting(options);
  print(result, std::cout);
  return result;
}

TEST(Drifting, InAStillSeaEveryBottleEndsOnExactlyTheThreeNearestAndIsAnswered) {
  const auto result = drift({.nodes = 200, .minutes = 5, .bottles = 200});
  EXPECT_EQ(result.thrown, 200U);
  EXPECT_EQ(result.exactly.good, 200U);
  EXPECT_EQ(result.answered.good, 200U);
  EXPECT_EQ(result.taken_twice, 0U);
  EXPECT_LE(result.rounds.most(), 5U);
}

TEST(Drifting, WhenThreeInTenHaveJustDiedEveryBottleEndsOnTheThreeNearestThatLive) {
  const auto result = drift({.nodes = 200, .dead_percent = 30, .minutes = 5, .bottles = 150});
  EXPECT_EQ(result.nearest.good, 150U);
  EXPECT_EQ(result.taken_twice, 0U);
}

TEST(Drifting, CheatersRaiseNoGasOutliveNothingAndKeepNoAnswerBack) {
  const auto result = drift({.nodes = 200, .minutes = 5, .bottles = 300, .life_min = 10, .cheaters_percent = 20});
  EXPECT_EQ(result.thrown, 300U);
  EXPECT_GT(result.raised, 0U);
  EXPECT_EQ(result.raised_accepted, 0U);
  EXPECT_EQ(result.alive_after_expiry, 0U);
  EXPECT_EQ(result.taken_twice, 0U);
  EXPECT_GE(result.nearest.percent(), 99);
  EXPECT_GE(result.found.percent(), 97);  // where all three nearest cheat, nobody can have it
  EXPECT_GE(result.answered.percent(), 95);
}

TEST(Drifting, WhileNodesLiveAQuarterOfAnHourBottlesEndOnTheNearest) {
  const auto result = drift({.nodes = 200, .session_min = 15, .minutes = 5, .bottles = 200});
  EXPECT_GE(result.nearest.percent(), 99);
  EXPECT_GE(result.fair.percent(), 99);
  EXPECT_EQ(result.taken_twice, 0U);
}

TEST(Drifting, TheSameSeedMakesTheSameRun) {
  const Options options{
      .nodes = 50, .session_min = 10, .loss_percent = 2, .minutes = 3, .bottles = 50, .cheaters_percent = 20};
  const auto once = drift(options), again = drift(options);
  EXPECT_EQ(once.trace, again.trace);
  EXPECT_EQ(once.events, again.events);
}

}  // namespace
}  // namespace p2pchat::simulation
