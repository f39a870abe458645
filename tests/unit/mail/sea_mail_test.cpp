// SPDX-License-Identifier: MIT
#include "mail/cargo.hpp"
#include "test_node.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Relation;
using sdk::State;
using Bodies = std::vector<std::string>;
constexpr std::uint64_t minute_ms = 60'000, day_ms = 24 * 60 * minute_ms;

class SeaMailTest : public ::testing::Test {
 protected:
  SeaMailTest() {
    world.sea.emplace(world.clock);
    alice.emplace(world, 1);
    bob.emplace(world, 2);
    befriend(world, *alice, *bob);
    world.clock.run_for(minute_ms);
  }
  bool until(const std::function<bool()>& condition) { return world.until(condition); }
  /// Bob goes; Alice writes; it waits on the sea.
  sdk::Id leave_at_sea(const std::string& body) {
    if (bob->runs()) bob->stop();
    sdk::Id id;
    EXPECT_EQ(alice->send(*bob, body, &id), Errc::ok);
    EXPECT_TRUE(until([&] { return waits(id); })) << body;
    return id;
  }
  bool waits(const sdk::Id& id) { return alice->message(id)->reason == messaging::on_the_sea; }
  FakeSea& sea() { return *world.sea; }

  World world;
  std::optional<TestNode> alice, bob;
};

TEST_F(SeaMailTest, ReachesSomebodyWhoComesBackAfterTheSenderHasLeft) {
  const auto id = leave_at_sea("see you");
  EXPECT_EQ(alice->state(id), State::queued);
  alice->stop();
  bob->boot();
  EXPECT_TRUE(until([&] { return bob->heard_from(*alice) == Bodies{"see you"}; }));
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); })) << "erased once it is safe";
  alice->boot();
  EXPECT_TRUE(until([&] { return alice->state(id) == State::delivered; }));
  EXPECT_EQ(alice->message(id)->reason, "");
  EXPECT_EQ(bob->heard_from(*alice), Bodies{"see you"});
}

TEST_F(SeaMailTest, TellsThatAMessageWaitsOnTheSea) {
  bob->stop();
  world.clock.run_for(minute_ms);
  const auto before = alice->count("message.state");
  leave_at_sea("see you");
  EXPECT_GT(alice->count("message.state"), before);
}

TEST_F(SeaMailTest, IsNotTriedWhileThePeerIsThere) {
  sdk::Id id;
  alice->send(*bob, "hello", &id);
  EXPECT_TRUE(until([&] { return alice->state(id) == State::delivered; }));
  world.clock.run_for(10 * minute_ms);
  EXPECT_EQ(sea().thrown, 0);
}

TEST_F(SeaMailTest, ArrivingBothWaysIsOneMessage) {
  const auto id = leave_at_sea("see you");
  sea().copies = 3;
  bob->boot();
  EXPECT_TRUE(until([&] { return alice->state(id) == State::delivered && sea().afloat.empty(); }));
  world.clock.run_for(10 * minute_ms);
  EXPECT_EQ(bob->heard_from(*alice), Bodies{"see you"});
  EXPECT_EQ(bob->count("message.added"), 1U);
}

TEST_F(SeaMailTest, ThatSinksArrivesOverTheNextSession) {
  sea().lose = 1;
  const auto id = leave_at_sea("see you");
  EXPECT_TRUE(sea().afloat.empty());
  bob->boot();
  EXPECT_TRUE(until([&] { return alice->state(id) == State::delivered; }));
  EXPECT_EQ(bob->heard_from(*alice), Bodies{"see you"});
}

TEST_F(SeaMailTest, IsPlacedInTheOrderItWasWritten) {
  Bodies expected;
  for (int i = 0; i < 4; ++i) {
    expected.push_back("number " + std::to_string(i));
    leave_at_sea(expected.back());
  }
  ASSERT_EQ(sea().afloat.size(), 4U);
  std::ranges::reverse(sea().afloat);
  alice->stop();
  bob->boot();
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_EQ(bob->heard_from(*alice), expected);
}

TEST_F(SeaMailTest, OfManyWordsNeedsFewBottles) {
  bob->stop();
  Bodies expected;
  sdk::Id last;
  for (int i = 0; i < 60; ++i) {
    expected.push_back("number " + std::to_string(i));
    alice->send(*bob, expected.back(), &last);
  }
  EXPECT_TRUE(until([&] { return waits(last); }));
  EXPECT_LE(sea().thrown, 6);
  alice->stop();
  bob->boot();
  EXPECT_TRUE(until([&] { return bob->heard_from(*alice).size() == expected.size(); }));
  EXPECT_EQ(bob->heard_from(*alice), expected);
}

TEST_F(SeaMailTest, TooLargeForABottleWaitsAndHoldsNothingUp) {
  bob->stop();
  sdk::Id large, small;
  alice->send(*bob, std::string(14'000, 'x'), &large);
  alice->send(*bob, "small", &small);
  EXPECT_TRUE(until([&] { return waits(small); }));
  EXPECT_EQ(alice->message(large)->reason, messaging::too_long_for_the_sea);
  EXPECT_EQ(alice->state(large), State::queued);
  world.clock.run_for(30 * minute_ms);
  EXPECT_EQ(sea().thrown, 1);
  bob->boot();
  EXPECT_TRUE(until([&] { return alice->state(large) == State::delivered; }));
  EXPECT_EQ(alice->message(large)->reason, "");
  EXPECT_EQ(bob->heard_from(*alice), (Bodies{std::string(14'000, 'x'), "small"}));
}

TEST_F(SeaMailTest, RefusedByABusySeaIsTriedAgainWithPatience) {
  sea().answer = Errc::busy;
  bob->stop();
  sdk::Id id;
  alice->send(*bob, "see you", &id);
  world.clock.run_for(60 * minute_ms);
  EXPECT_EQ(alice->message(id)->reason, "");
  EXPECT_GE(sea().thrown, 10);
  EXPECT_LE(sea().thrown, 40);
  sea().answer = Errc::ok;
  EXPECT_TRUE(until([&] { return waits(id); }));
}

TEST_F(SeaMailTest, ThrownIsNotThrownAgainWithinItsSevenDaysNorAfterARestart) {
  leave_at_sea("see you");
  world.clock.run_for(3 * day_ms);
  alice->stop();
  alice->boot();
  world.clock.run_for(3 * day_ms);
  EXPECT_EQ(sea().thrown, 1);
  world.clock.run_for(2 * day_ms);
  EXPECT_EQ(sea().thrown, 2) << "the first is gone by now";
}

TEST_F(SeaMailTest, WhoseSenderDiesBeforeTheAnswerIsThrownAgainAndIsOneMessage) {
  bob->stop();
  sea().delay_ms = 5'000;
  sdk::Id id;
  alice->send(*bob, "see you", &id);
  EXPECT_TRUE(until([&] { return sea().afloat.size() == 1; }));
  alice->crash();
  alice->boot();
  EXPECT_TRUE(until([&] { return waits(id); }));
  EXPECT_EQ(sea().thrown, 2);
  alice->stop();
  bob->boot();
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_EQ(bob->heard_from(*alice), Bodies{"see you"});
}

TEST_F(SeaMailTest, IsErasedAtSeaOnlyAfterItIsStored) {
  leave_at_sea("see you");
  alice->stop();
  bob->store.fail_adds = 1'000;
  bob->boot();
  world.clock.run_for(10 * minute_ms);
  EXPECT_TRUE(sea().taken.empty());
  bob->store.fail_adds = 0;
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_EQ(bob->heard_from(*alice), Bodies{"see you"});
}

TEST_F(SeaMailTest, ThatWasReadMeanwhileIsReadWhenTheSenderReturns) {
  sdk::Id last;
  for (int i = 0; i < 9; ++i) last = leave_at_sea(std::to_string(i));
  alice->stop();
  bob->boot();
  EXPECT_TRUE(until([&] { return bob->heard_from(*alice).size() == 9; }));
  bob->ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.mark_read(alice->id(), ~0ULL >> 1, std::move(done)); });
  alice->boot();
  EXPECT_TRUE(until([&] { return alice->state(last) == State::read; }));
  world.clock.run_for(10 * minute_ms);
  EXPECT_EQ(alice->state(last), State::read) << "read is not taken back";
  for (const auto& line : alice->history(*bob)) EXPECT_GE(line.state, State::delivered) << line.body;
}

TEST_F(SeaMailTest, ForgedOrSpoiledIsErasedAndNotShown) {
  leave_at_sea("see you");
  alice->stop();
  sea().afloat[0].sealed.back() ^= 1;
  bob->boot();
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_TRUE(bob->heard_from(*alice).empty());
}

TEST_F(SeaMailTest, PassedOnToAnotherReceiverIsErasedAndNotShown) {
  TestNode carol(world, 3);
  befriend(world, *alice, carol);
  leave_at_sea("for bob");
  alice->stop();
  sea().afloat[0].receiver = carol.id();
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_TRUE(carol.heard_from(*alice).empty());
}

TEST_F(SeaMailTest, PassedOffAsAnothersIsErasedAndNotShown) {
  TestNode carol(world, 3);
  befriend(world, carol, *bob);
  leave_at_sea("by alice");
  alice->stop();
  sea().afloat[0].sender = carol.id();
  bob->boot();
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_TRUE(bob->heard_from(*alice).empty());
  EXPECT_TRUE(bob->heard_from(carol).empty());
}

TEST_F(SeaMailTest, OfSomebodyBlockedOrUnknownIsErasedUnopened) {
  leave_at_sea("blocked");
  alice->stop();
  auto stranger = sea().afloat[0];
  stranger.sender.b[0] ^= 1;
  stranger.bottle.b[0] ^= 1;
  sea().put(stranger);
  bob->boot();
  bob->ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.block(alice->id(), 1, std::move(done)); });
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_EQ(sea().taken.size(), 2U);
  EXPECT_EQ(bob->count("message.added"), 0U);
}

TEST_F(SeaMailTest, CarriesAnAcceptToSomebodyWhoLeftAfterAsking) {
  TestNode carol(world, 3);
  carol.add(*bob);
  EXPECT_TRUE(until([&] { return bob->relation(carol) == Relation::asking; }));
  carol.stop();
  bob->accept(carol);
  EXPECT_TRUE(until([&] { return sea().afloat.size() == 1; }));
  bob->stop();
  carol.boot();
  EXPECT_TRUE(until([&] { return carol.relation(*bob) == Relation::accepted && sea().afloat.empty(); }));
}

TEST_F(SeaMailTest, WithAnAcceptIsErasedAtSeaOnlyAfterItIsStored) {
  TestNode carol(world, 3);
  carol.add(*bob);
  EXPECT_TRUE(until([&] { return bob->relation(carol) == Relation::asking; }));
  carol.stop();
  bob->accept(carol);
  EXPECT_TRUE(until([&] { return sea().afloat.size() == 1; }));
  bob->stop();
  carol.store.fail_commits = 1'000;
  carol.boot();
  world.clock.run_for(10 * minute_ms);
  EXPECT_EQ(carol.relation(*bob), Relation::asked);
  EXPECT_EQ(sea().afloat.size(), 1U);
  carol.store.fail_commits = 0;
  EXPECT_TRUE(until([&] { return sea().afloat.empty(); }));
  EXPECT_EQ(carol.relation(*bob), Relation::accepted);
}

TEST_F(SeaMailTest, IsNotForSomebodyWhoHasNotAccepted) {
  TestNode carol(world, 3);
  carol.id();
  alice->add(carol);
  EXPECT_TRUE(until([&] { return carol.relation(*alice) == Relation::asking; }));
  carol.stop();
  alice->send(carol, "are you there?");
  world.clock.run_for(30 * minute_ms);
  EXPECT_EQ(sea().thrown, 0);
}

}  // namespace
}  // namespace p2pchat::test
