// SPDX-License-Identifier: MIT
#include "pool_world.hpp"

namespace p2pchat::test {
namespace {

using Lines = PoolWorld::Lines;

class SessionPoolTest : public ::testing::Test, protected PoolWorld {};

TEST_F(SessionPoolTest, TwoStrangersMeetAndTalkBothWaysOverOneSession) {
  a->send(*b, "hello");
  clock.run_for(1'000);
  EXPECT_EQ(b->heard, Lines{"hello"});
  EXPECT_EQ(b->senders, std::vector{a->id()});
  b->send(*a, "hello yourself");
  clock.run_for(1'000);
  EXPECT_EQ(a->heard, Lines{"hello yourself"});
  EXPECT_TRUE(a->answers.find("hello")->second.ok());
  EXPECT_TRUE(a->pool->online(b->id()) && b->pool->online(a->id()));
  EXPECT_EQ(a->peers() + b->peers(), 2u);
  EXPECT_EQ(a->onlines + b->onlines, 2);
  EXPECT_EQ(network.frames(), 6u);  // four of the handshake, two records
}

TEST_F(SessionPoolTest, ASendBeforeStartWaitsForIt) {
  PoolNode late(clock, network, directory, 200);
  late.send(*a, "early");
  clock.run_for(1'000);
  EXPECT_EQ(a->heard, Lines());
  late.start();
  clock.run_for(1'000);
  EXPECT_EQ(a->heard, Lines{"early"});
}

TEST_F(SessionPoolTest, WhatWaitsForOnePeerLeavesAsOneRecord) {
  for (int i = 0; i < 1'000; ++i) a->send(*b, "line " + std::to_string(i));
  clock.run_for(1'000);
  ASSERT_EQ(b->heard.size(), 1'000u);
  for (int i = 0; i < 1'000; ++i) EXPECT_EQ(b->heard[static_cast<std::size_t>(i)], "line " + std::to_string(i));
  EXPECT_EQ(b->records, 1);
  EXPECT_EQ(a->answers.size(), 1'000u);
}

TEST_F(SessionPoolTest, ManyLargeLinesAreSplitIntoRecordsThatFit) {
  for (int i = 0; i < 20; ++i) a->send(*b, std::string(messaging::max_line, static_cast<char>('a' + i)));
  clock.run_for(1'000);
  ASSERT_EQ(b->heard.size(), 20u);
  EXPECT_EQ(b->records, 20);
  for (int i = 0; i < 20; ++i) EXPECT_EQ(b->heard[static_cast<std::size_t>(i)][0], 'a' + i);
}

TEST_F(SessionPoolTest, ALineOverTheLimitIsRefusedAtOnceAndHurtsNobody) {
  a->send(*b, std::string(messaging::max_line + 1, 'x'));
  EXPECT_TRUE(a->answers.empty());  // never from inside the call
  a->send(*b, "small");
  clock.run_for(1'000);
  EXPECT_EQ(a->answers.begin()->second.ok(), true);
  EXPECT_EQ(std::prev(a->answers.end())->second.code, sdk::Errc::too_large);
  EXPECT_EQ(b->heard, Lines{"small"});
}

TEST_F(SessionPoolTest, AnUnknownNodeIsNotFoundAndNamed) {
  sdk::Id nobody;
  nobody.b[0] = 0xab;
  a->send(nobody, "hello");
  clock.run_for(1'000);
  EXPECT_EQ(a->last.code, sdk::Errc::not_found);
  EXPECT_EQ(std::string_view(a->last.text).substr(0, 20), "cannot find ab000000");
}

TEST_F(SessionPoolTest, NobodyAtTheEndpointIsRefused) {
  directory[b->id()] = "10.0.0.99:1";
  a->send(*b, "hello");
  clock.run_for(20'000);
  EXPECT_EQ(a->last.code, sdk::Errc::refused);
  EXPECT_EQ(a->answers.size(), 1u);
}

TEST_F(SessionPoolTest, AnotherNodeAtTheEndpointIsNotTalkedTo) {
  PoolNode c(clock, network, directory, 203);
  c.start();
  directory[b->id()] = c.endpoint;
  a->send(*b, "for b only");
  clock.run_for(20'000);
  EXPECT_FALSE(a->last.ok());
  EXPECT_EQ(a->answers.size(), 1u);
  EXPECT_EQ(c.heard, Lines());
  EXPECT_EQ(c.onlines, 0);
}

TEST_F(SessionPoolTest, ASilentNodeTimesOutWithinTenSeconds) {
  MemoryTransport mute(network, a->node, "10.0.0.98:1");
  std::string bound;
  sdk::OutTo out(bound);
  ASSERT_TRUE(mute.listen("", out).ok());
  directory[b->id()] = bound;
  a->send(*b, "hello");
  clock.run_for(9'900);
  EXPECT_TRUE(a->answers.empty());
  clock.run_for(200);
  EXPECT_EQ(a->last.code, sdk::Errc::timed_out);
}

TEST_F(SessionPoolTest, ASendToMyselfIsInvalid) {
  a->send(*a, "me");
  clock.run_for(1'000);
  EXPECT_EQ(a->last.code, sdk::Errc::invalid);
}

TEST_F(SessionPoolTest, AnIdleSessionEndsWithAGoodbyeAndTheNextLineOpensAnother) {
  a->send(*b, "one");
  clock.run_for(540'000);
  EXPECT_EQ(a->offlines + b->offlines, 0);
  clock.run_for(180'000);
  EXPECT_EQ(a->offlines, 1);
  EXPECT_EQ(b->offlines, 1);
  EXPECT_EQ(a->peers() + b->peers(), 0u);
  b->send(*a, "two");
  clock.run_for(1'000);
  EXPECT_EQ(a->heard, Lines{"two"});
}

TEST_F(SessionPoolTest, LinesKeepASessionFromBeingIdle) {
  for (int minute = 0; minute < 30; ++minute) {
    (minute % 2 ? *a : *b).send(minute % 2 ? *b : *a, "still here");
    clock.run_for(60'000);
  }
  EXPECT_EQ(a->offlines + b->offlines, 0);
}

TEST_F(SessionPoolTest, ACutConnectionIsHeardAndTheNextLineOpensAnother) {
  a->send(*b, "one");
  clock.run_for(1'000);
  network.cut("10.0.0.3");
  clock.run_for(1'000);
  EXPECT_EQ(a->offlines, 1);
  EXPECT_EQ(b->offlines, 1);
  a->send(*b, "two");
  clock.run_for(1'000);
  EXPECT_EQ(b->heard, (Lines{"one", "two"}));
}

TEST_F(SessionPoolTest, StopSaysGoodbyeToEverybodyAndFailsWhatWaits) {
  a->send(*b, "one");
  clock.run_for(1'000);
  directory.clear();
  sdk::Id nobody;
  a->send(nobody, "waits");
  bool stopped = false;
  a->pool->stop([&] { stopped = true; });
  EXPECT_FALSE(stopped);
  a->send(*b, "too late");
  clock.run_for(1'000);
  EXPECT_TRUE(stopped);
  EXPECT_EQ(b->offlines, 1);
  EXPECT_EQ(a->answers.find("waits")->second.code, sdk::Errc::cancelled);
  EXPECT_EQ(a->answers.find("too late")->second.code, sdk::Errc::cancelled);
  EXPECT_EQ(a->answers.size(), 3u);
}

TEST_F(SessionPoolTest, StopWithASilentPeerTakesAtMostThreeSeconds) {
  a->send(*b, "one");
  clock.run_for(1'000);
  b->pool.reset();
  bool stopped = false;
  a->pool->stop([&] { stopped = true; });
  clock.run_for(2'900);
  EXPECT_FALSE(stopped);
  clock.run_for(200);
  EXPECT_TRUE(stopped);
}

TEST_F(SessionPoolTest, StopDuringAHandshakeAnswersEachLineOnce) {
  for (std::uint64_t ms = 0; ms < 20; ++ms) {
    PoolWorld world(ms + 2);
    world.a->send(*world.b, "hello");
    world.clock.run_for(ms);
    bool stopped = false;
    world.a->pool->stop([&] { stopped = true; });
    world.clock.run_for(30'000);
    EXPECT_TRUE(stopped);
    EXPECT_EQ(world.a->answers.size(), 1u) << ms;
    EXPECT_EQ(world.b->heard.size(), world.a->last.ok() ? 1u : 0u) << ms;
  }
}

TEST_F(SessionPoolTest, DestroyedWithWorkInFlightItTouchesNothing) {
  for (std::uint64_t ms = 0; ms < 20; ++ms) {
    PoolWorld world(ms + 2);
    world.a->send(*world.b, "hello");
    world.b->send(*world.a, "hello");
    world.clock.run_for(ms);
    world.a->pool.reset();
    const auto before = world.a->answers.size();
    world.clock.run_for(30'000);
    EXPECT_EQ(world.a->answers.size(), before);
  }
}

TEST_F(SessionPoolTest, ANodeThatMovedToAnothersEndpointIsReachedThere) {
  a->send(*b, "one");
  clock.run_for(1'000);
  b->pool.reset();  // its process is gone, though the connection still stands
  PoolNode c(clock, network, directory, 205);
  b->pool.emplace(c.node, c.crypto, b->transport, *c.routing);
  b->pool->start(*c.person.key, c.id());
  Lines heard;
  b->pool->on_lines([&](auto&, std::span<const std::string_view> lines) { heard.assign(lines.begin(), lines.end()); });
  directory[c.id()] = b->endpoint;
  a->send(c, "two");
  clock.run_for(10'000);
  EXPECT_EQ(heard, Lines{"two"});
  EXPECT_TRUE(a->pool->online(c.id()));
  EXPECT_FALSE(a->pool->online(b->id()));
  b->pool.reset();  // it stands on c's host
}

}  // namespace
}  // namespace p2pchat::test
