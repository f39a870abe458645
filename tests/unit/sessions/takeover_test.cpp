// SPDX-License-Identifier: MIT
#include "pool_world.hpp"

#include <algorithm>
#include <random>

namespace p2pchat::test {
namespace {

using Lines = PoolWorld::Lines;

/// Both sides send numbered lines at random moments while both open a session.
struct CrossingWorld : PoolWorld {
  explicit CrossingWorld(std::uint64_t seed, std::uint64_t spread_us = 12'000) : PoolWorld(seed), random(seed) {
    network.rules.max_latency_us = 5'000;
    for (auto* from : {&*a, &*b}) {
      auto& to = from == &*a ? *b : *a;
      std::vector<std::uint64_t> moments;
      for (int i = 0; i < 20; ++i) moments.push_back(random() % spread_us);
      std::ranges::sort(moments);
      for (int i = 0; i < 20; ++i)
        clock.at(moments[static_cast<std::size_t>(i)], [from, &to, i] { from->send(to, std::to_string(i)); });
    }
  }
  static Lines numbers(int count) {
    Lines lines;
    for (int i = 0; i < count; ++i) lines.push_back(std::to_string(i));
    return lines;
  }
  std::string endpoint_of_session(PoolNode& node) {
    std::string endpoint;
    node.pool->each_peer([&](const sdk::Peer& peer) { endpoint = peer.endpoint; });
    return endpoint;
  }
  std::mt19937_64 random;
};

TEST(Takeover, OfTwoOpenedAtOnceTheLowerIdsSurvivesAndNothingIsLostDoubledOrOvertaken) {
  int crossed = 0;
  for (std::uint64_t seed = 1; seed <= 500; ++seed) {
    CrossingWorld world(seed);
    const bool both = world.clock.run_until(
        [&] { return world.a->peers() == 1 && world.b->peers() == 1 && world.network.frames() >= 7; }, 1'000);
    world.clock.run_for(5'000);
    ASSERT_TRUE(both) << seed;
    ASSERT_EQ(world.a->heard, CrossingWorld::numbers(20)) << seed;
    ASSERT_EQ(world.b->heard, CrossingWorld::numbers(20)) << seed;
    for (auto* node : {&*world.a, &*world.b}) {
      ASSERT_EQ(node->answers.size(), 20u) << seed;
      for (auto& [line, status] : node->answers) ASSERT_TRUE(status.ok()) << seed << status.text;
      ASSERT_EQ(node->peers(), 1u) << seed;
      ASSERT_EQ(node->onlines, 1) << seed;
      ASSERT_EQ(node->offlines, 0) << seed;
    }
    const bool low_dialled = world.endpoint_of_session(world.low()) == world.high().endpoint;
    const bool high_dialled = world.endpoint_of_session(world.high()) == world.low().endpoint;
    ASSERT_NE(low_dialled, high_dialled) << seed << ": the two sides kept different sessions";
    crossed += low_dialled;
  }
  EXPECT_GT(crossed, 250);  // the scenario did happen: otherwise each side would survive half the time
}

TEST(Takeover, AConnectionCutAtAnyFrameLosesOnlyWhatIsSentAgain) {
  for (std::uint64_t seed = 1; seed <= 60; ++seed)
    for (int victim = 0; victim < 16; ++victim) {
      CrossingWorld world(seed);
      int frame = 0;
      world.network.rules.carry = [&](auto&, auto&, auto&) {
        return frame++ == victim ? MemoryNetworkRules::Fate::cut : MemoryNetworkRules::Fate::deliver;
      };
      std::size_t told = 0;
      for (auto* node : {&*world.a, &*world.b}) node->pool->on_online([&](const sdk::Id&) { ++told; });
      world.clock.run_for(60'000);
      for (auto* node : {&*world.a, &*world.b}) {
        auto& other = node == &*world.a ? *world.b : *world.a;
        ASSERT_EQ(node->answers.size(), 20u) << seed << " " << victim;
        std::size_t arrived = 0;
        for (auto& [line, status] : node->answers) arrived += std::ranges::count(other.heard, line) == 1;
        const bool lost = arrived < 20u;
        const bool all_ok = std::ranges::all_of(node->answers, [](auto& answer) { return answer.second.ok(); });
        // Whoever lost something was told: an answer that says so, or a session that ended, or a second `online`.
        ASSERT_TRUE(!lost || !all_ok || node->offlines > 0 || node->onlines > 1) << seed << " " << victim;
        for (auto& line : other.heard) ASSERT_EQ(std::ranges::count(other.heard, line), 1) << seed << " " << victim;
      }
    }
}

/// How long a peer that came back takes to be heard, when the first session was opened by it, or by the other side.
std::uint64_t time_to_be_heard(bool opened_by_itself) {
  PoolWorld world(3);
  opened_by_itself ? world.b->send(*world.a, "one") : world.a->send(*world.b, "one");
  world.clock.run_for(1'000);
  world.a->heard.clear();
  // b's process dies without a packet: a's connection seems to stand.
  world.network.rules.reachable = [](auto&, auto&) { return false; };
  const auto endpoint = world.b->endpoint;
  world.b->pool.reset();
  world.clock.run_for(1'000);
  world.network.rules.reachable = nullptr;
  auto& b = *world.b;
  MemoryTransport transport(world.network, b.node, "10.0.0.77:12476");
  std::string bound;
  sdk::OutTo out(bound);
  EXPECT_TRUE(transport.listen("", out).ok());
  world.directory[b.id()] = bound;
  messaging::SessionPool pool(b.node, b.crypto, transport, *b.routing);
  Lines heard;
  pool.on_lines([&](auto&, auto lines) { heard.insert(heard.end(), lines.begin(), lines.end()); });
  pool.start(*b.person.key, b.id());
  const auto from = world.clock.now_us();
  pool.send(world.a->id(), "two", {});
  world.clock.run_until([&] { return world.a->onlines == 2; });
  EXPECT_EQ(world.a->onlines, 2);  // what a sent to the dead one may be lost: a is told to send it again
  EXPECT_EQ(world.a->offlines, 0);
  EXPECT_EQ(world.a->peers(), 1u);
  world.a->send(b, "three");
  world.clock.run_until([&] { return !world.a->heard.empty() && !heard.empty(); });
  EXPECT_EQ(world.a->heard, Lines{"two"});
  EXPECT_EQ(heard, Lines{"three"});
  return (world.clock.now_us() - from) / 1000;
}

TEST(Takeover, APeerThatCameBackReplacesItsDeadSession) {
  EXPECT_LT(time_to_be_heard(true), 100u);
  EXPECT_LT(time_to_be_heard(false), 4'000u);  // the dead session is first asked for a goodbye
}

}  // namespace
}  // namespace p2pchat::test
