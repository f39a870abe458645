// SPDX-License-Identifier: MIT
#include "addressing.hpp"

#include <gtest/gtest.h>

#include <iostream>

namespace p2pchat::simulation {
namespace {

AddressingResult look_up(const Options& options) {
  std::cout << text_of(options) << "\n";
  auto result = run_addressing(options);
  print(result, std::cout);
  return result;
}

TEST(Addressing, EveryNodeJoinsAndEveryLookupFindsTheThreeNearest) {
  const auto result = look_up({.nodes = 200, .minutes = 5});
  EXPECT_EQ(result.joined.good, 200U);
  EXPECT_EQ(result.found.good, 500U);
}

TEST(Addressing, TheSameSeedMakesTheSameRun) {
  const Options options{.nodes = 60, .session_min = 5, .loss_percent = 2, .minutes = 5, .lookups = 50};
  const auto once = look_up(options), again = look_up(options);
  EXPECT_EQ(once.trace, again.trace);
  EXPECT_EQ(once.events, again.events);
  auto other = options;
  other.seed = 2;
  EXPECT_NE(once.trace, look_up(other).trace);
}

TEST(Addressing, LookupsFindTheNearestLivingWhileNodesLiveAQuarterOfAnHour) {
  const auto result = look_up({.nodes = 200, .session_min = 15, .minutes = 10, .lookups = 300});
  EXPECT_EQ(result.found.all, 300U);
  EXPECT_GE(result.found.percent(), 97);
}

TEST(Addressing, LookupsFindTheNearestWhenOneDatagramInTwentyIsLost) {
  const auto result = look_up({.nodes = 200, .loss_percent = 5, .minutes = 5, .lookups = 300});
  EXPECT_EQ(result.found.all, 300U);
  EXPECT_GE(result.found.percent(), 99);
}

TEST(Addressing, LookupsFindTheNearestAlthoughThreeInTenNameWhoIsNotThere) {
  const auto result = look_up({.nodes = 150, .minutes = 1, .lookups = 200, .forgers = 15, .haunters = 15});
  EXPECT_EQ(result.found.all, 200U);
  EXPECT_GE(result.found.percent(), 98);
  EXPECT_LE(result.requests.most(), 48U);
}

TEST(Addressing, WhoRemembersNodesThatChanceChoseIsNotLedAstrayWhereHalfTheNodesCollude) {
  const auto result = look_up({.nodes = 150, .minutes = 1, .lookups = 150, .colluders = 50, .filled = 16});
  EXPECT_EQ(result.found.all, 150U);
  EXPECT_GE(result.found.percent(), 97);
  EXPECT_LE(result.liars.percent(), 60);
}

TEST(Addressing, NoLookupIsLongerThanPromisedHoweverLateTheAnswers) {
  const auto result = look_up({.nodes = 150, .minutes = 1, .lookups = 200, .droppers = 20, .stallers = 20});
  EXPECT_EQ(result.found.all, 200U);
  EXPECT_GE(result.found.percent(), 98);
  EXPECT_LE(result.requests.most(), 48U);
  EXPECT_LE(result.took_ms.most(), 10'000U);
}

}  // namespace
}  // namespace p2pchat::simulation
