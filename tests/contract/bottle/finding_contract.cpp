// SPDX-License-Identifier: MIT
#include "bottle_contract.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Voyage;

TEST_P(BottleContract, AnAnswerReachesTheCreatorOnce) {
  const auto bottle = cast_ashore(0, "anybody?");
  const auto finder = finders(bottle).front();
  EXPECT_EQ(answer(finder, bottle, "somebody"), Errc::ok);
  EXPECT_EQ(on_beach(finder, bottle)->view.voyage, Voyage::answered);
  EXPECT_EQ(answer(finder, bottle, "again"), Errc::refused);
  until([&] { return mine(0, bottle)->view.answers == 1; }, "answered");
  EXPECT_EQ(mine(0, bottle)->view.voyage, Voyage::answered);
  const auto last = journey(0, bottle).back();
  EXPECT_EQ(last.step.voyage, Voyage::answered);
  EXPECT_EQ(last.step.node, sea->id(finder));
  EXPECT_EQ(last.text, "somebody");
}

TEST_P(BottleContract, AnswersOfAllFindersStandInTheQueueInOrder) {
  const auto bottle = cast_ashore(0, "anybody?");
  std::vector<std::string> texts;
  for (const auto finder : finders(bottle)) {
    EXPECT_EQ(answer(finder, bottle, "I am " + std::to_string(finder)), Errc::ok);
    sea->clock().run_for(1'000);
  }
  for (const auto& step : journey(0, bottle))
    if (step.step.voyage == Voyage::answered) texts.push_back(step.text);
  std::vector<std::string> expected;
  for (const auto finder : finders(bottle)) expected.push_back("I am " + std::to_string(finder));
  EXPECT_EQ(texts, expected);
}

TEST_P(BottleContract, AnAnswerWaitsForACreatorWhoIsAway) {
  const auto bottle = cast_ashore(0, "anybody?");
  const auto finder = finders(bottle).front();
  sea->crash(0);
  EXPECT_EQ(answer(finder, bottle, "somebody"), Errc::ok);
  sea->clock().run_for(600'000);
  sea->crash(finder);
  sea->boot(finder);
  sea->boot(0);
  sea->clock().run_for(4'000'000);
  EXPECT_EQ(mine(0, bottle)->view.answers, 1U);
}

TEST_P(BottleContract, AnswersOutsideTheLimitsAreInvalid) {
  const auto bottle = cast_ashore(0, "anybody?");
  const auto finder = finders(bottle).front();
  EXPECT_EQ(answer(finder, bottle, ""), Errc::invalid);
  EXPECT_EQ(answer(finder, bottle, std::string(1'001, 'x')), Errc::invalid);
  EXPECT_EQ(answer(finder, bottle, std::string(1'000, 'x')), Errc::ok);
}

TEST_P(BottleContract, WhatDoesNotLieHereIsNotFound) {
  const auto bottle = cast_ashore(0, "anybody?");
  std::vector<std::pair<std::size_t, sdk::Id>> nothing{{0, bottle}, {1, sdk::Id{{7}}}};
  for (const auto& [node, id] : nothing) {
    EXPECT_EQ(answer(node, id, "me"), Errc::not_found);
    for (const auto call : {&sdk::Bottle::open, &sdk::Bottle::keep, &sdk::Bottle::release})
      EXPECT_EQ(ask([&, n = node, i = id](sdk::StatusFn&& done) { (sea->bottle(n).*call)(i, std::move(done)); }),
                Errc::not_found);
    EXPECT_TRUE(journey(1, id).empty());
  }
}

TEST_P(BottleContract, AnOpenedBottleIsReadAlsoAfterACrash) {
  const auto bottle = cast_ashore(0, "anybody?");
  const auto finder = finders(bottle).front();
  EXPECT_EQ(ask([&](sdk::StatusFn&& done) { sea->bottle(finder).open(bottle, std::move(done)); }), Errc::ok);
  EXPECT_EQ(on_beach(finder, bottle)->view.voyage, Voyage::read);
  sea->crash(finder);
  sea->boot(finder);
  sea->clock().run_for(1'000);
  EXPECT_EQ(on_beach(finder, bottle)->view.voyage, Voyage::read);
}

TEST_P(BottleContract, AKeptBottleStaysPastItsTimeUntilItIsKeptNoMore) {
  const auto bottle = cast_ashore(0, "keep me", 3'600);
  const auto finder = finders(bottle).front();
  EXPECT_EQ(ask([&](sdk::StatusFn&& done) { sea->bottle(finder).keep(bottle, std::move(done)); }), Errc::ok);
  sea->clock().run_for(7'200'000);
  EXPECT_EQ(finders(bottle), std::vector{finder});
  EXPECT_EQ(on_beach(finder, bottle)->view.voyage, Voyage::kept);
  EXPECT_EQ(answer(finder, bottle, "too late"), Errc::expired);
  EXPECT_EQ(ask([&](sdk::StatusFn&& done) { sea->bottle(finder).release(bottle, std::move(done)); }), Errc::expired);
}

TEST_P(BottleContract, AReleasedBottleLiesSomewhereElse) {
  const auto bottle = cast_ashore(0, "let me go");
  const auto before = finders(bottle);
  const auto finder = before.front();
  EXPECT_EQ(ask([&](sdk::StatusFn&& done) { sea->bottle(finder).release(bottle, std::move(done)); }), Errc::ok);
  EXPECT_FALSE(on_beach(finder, bottle));
  until([&] { return finders(bottle).size() == 3; }, "found by somebody else");
  EXPECT_EQ(std::ranges::count(finders(bottle), finder), 0);
  until([&] { return mine(0, bottle)->view.beaches == 4; }, "and its creator knows");
}

TEST_P(BottleContract, TheBeachIsNewestFirst) {
  std::vector<sdk::Id> thrown;
  for (std::size_t node = 0; node < count; ++node) {
    thrown.push_back(cast_ashore(node, "hello from " + std::to_string(node)));
    sea->clock().run_for(1'000);
  }
  const auto all = beach(1);
  ASSERT_GT(all.size(), 1U);
  for (std::size_t i = 1; i < all.size(); ++i) EXPECT_GE(all[i - 1].view.here_ms, all[i].view.here_ms);
}

TEST_P(BottleContract, CallbacksMayBeEmpty) {
  const auto bottle = cast_ashore(0, "anybody?");
  auto& finder = sea->bottle(finders(bottle).front());
  sea->bottle(0).cast("without an answer", 0, {});
  sea->bottle(0).cast("", 0, {});
  sea->bottle(0).cast_to(sea->id(1), sdk::bytes::of("sealed"), 0, {});
  for (const auto& id : {bottle, sdk::Id{}}) {
    finder.open(id, {});
    finder.answer(id, "yes", {});
    finder.keep(id, {});
    finder.release(id, {});
    finder.taken(id);
  }
  finder.beach({});
  finder.mine({});
  finder.journey(bottle, {});
  finder.on_addressed({});
  sea->clock().run_for(60'000);
}

}  // namespace
}  // namespace p2pchat::test
