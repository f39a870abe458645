// SPDX-License-Identifier: MIT
#include "bottle_contract.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Voyage;

TEST_P(BottleContract, ABottleEndsOnThreeBeachesAndItsCreatorKnows) {
  const auto bottle = cast_ashore(0, "有人在听吗？");
  EXPECT_EQ(finders(bottle).size(), 3U);
  for (const auto node : finders(bottle)) {
    const auto seen = on_beach(node, bottle);
    EXPECT_EQ(seen->body, "有人在听吗？");
    EXPECT_EQ(seen->view.sender, sea->id(0));
    EXPECT_EQ(seen->view.voyage, Voyage::unread);
  }
  EXPECT_FALSE(on_beach(0, bottle)) << "nobody finds his own bottle";
  EXPECT_EQ(mine(0, bottle)->view.voyage, Voyage::ashore);
}

TEST_P(BottleContract, TheJourneySaysWhoTookItAndWhereItLies) {
  const auto bottle = cast_ashore(0, "hello");
  const auto steps = journey(0, bottle);
  ASSERT_FALSE(steps.empty());
  EXPECT_EQ(steps.front().step.voyage, Voyage::adrift);
  std::vector<sdk::Id> beaches, expected;
  for (const auto& step : steps)
    if (step.step.voyage == Voyage::ashore) beaches.push_back(step.step.node);
  for (const auto node : finders(bottle)) expected.push_back(sea->id(node));
  std::ranges::sort(beaches);
  std::ranges::sort(expected);
  EXPECT_EQ(beaches, expected);
}

TEST_P(BottleContract, ABottleIsQueuedWhileNobodyIsThereAndThrownLater) {
  for (std::size_t i = 1; i < count; ++i) sea->crash(i);
  const auto bottle = cast(0, "hello");
  sea->clock().run_for(30'000);
  EXPECT_EQ(mine(0, bottle)->view.voyage, Voyage::queued);
  EXPECT_TRUE(journey(0, bottle).empty());
  for (std::size_t i = 1; i < count; ++i) sea->boot(i);
  until([&] { return mine(0, bottle)->view.beaches == 3; }, "ashore");
}

TEST_P(BottleContract, TextsOutsideTheLimitsAreInvalid) {
  EXPECT_EQ(try_cast(0, ""), Errc::invalid);
  EXPECT_EQ(try_cast(0, std::string(1'001, 'x')), Errc::invalid);
  EXPECT_EQ(try_cast(0, "\xff\xfe"), Errc::invalid);
  EXPECT_EQ(try_cast(0, "x", 14 * 24 * 3600 + 1), Errc::invalid);
  std::string longest;
  for (int i = 0; i < 1'000; ++i) longest += "漂";
  EXPECT_EQ(try_cast(0, longest, 14 * 24 * 3600), Errc::ok);
}

TEST_P(BottleContract, TheSeventhBottleOfAnHourIsTooMany) {
  for (int i = 0; i < 6; ++i) EXPECT_EQ(try_cast(0, "the same words"), Errc::ok);
  EXPECT_EQ(try_cast(0, "the same words"), Errc::busy);
  sea->clock().run_for(3'600'000);
  EXPECT_EQ(try_cast(0, "the same words"), Errc::ok);
}

TEST_P(BottleContract, MineAreNewestFirst) {
  const auto first = cast(0, "first");
  sea->clock().run_for(5);
  const auto second = cast(0, "second");
  std::vector<sdk::Id> listed;
  sea->bottle(0).mine([&](const sdk::BottleView& view) { listed.push_back(view.id); });
  EXPECT_EQ(listed, (std::vector{second, first}));
}

TEST_P(BottleContract, AnExpiredBottleIsGoneFromTheBeachesAndItsCreatorSeesIt) {
  const auto bottle = cast_ashore(0, "short", 3'600);
  sea->clock().run_for(3'601'000);
  EXPECT_TRUE(finders(bottle).empty());
  EXPECT_EQ(mine(0, bottle)->view.voyage, Voyage::expired);
  EXPECT_EQ(journey(0, bottle).back().step.voyage, Voyage::expired);
}

TEST_P(BottleContract, EverybodyHearsOfItInEvents) {
  const auto bottle = cast_ashore(0, "hello");
  const auto heard = [&](std::size_t node, const char* topic) {
    const auto events = sea->events(node);
    return std::ranges::count(events, std::pair(std::string(topic), bottle)) > 0;
  };
  EXPECT_TRUE(heard(0, "bottle.mine"));
  for (const auto node : finders(bottle)) EXPECT_TRUE(heard(node, "bottle.beach"));
}

TEST_P(BottleContract, WhatWasThrownSurvivesACrash) {
  const auto bottle = cast_ashore(0, "hello");
  const auto before = journey(0, bottle).size();
  for (std::size_t i = 0; i < count; ++i) sea->crash(i);
  for (std::size_t i = 0; i < count; ++i) sea->boot(i);
  sea->clock().run_for(60'000);
  ASSERT_TRUE(mine(0, bottle));
  EXPECT_EQ(mine(0, bottle)->body, "hello");
  EXPECT_EQ(journey(0, bottle).size(), before);
  EXPECT_EQ(finders(bottle).size(), 3U);
}

}  // namespace
}  // namespace p2pchat::test
