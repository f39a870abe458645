// SPDX-License-Identifier: MIT
#include "hostile_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using sdk::Errc;

std::vector<Id> ids_of(const World::Found& found) {
  std::vector<Id> ids;
  for (const auto& node : found.nodes) ids.push_back(node.id);
  return ids;
}

/// How many of `count` lookups from all over the world find exactly the three nearest.
int count_true(World& world, int count) {
  std::vector<TestNode*> living;
  for (const auto& node : world.nodes)
    if (node) living.push_back(node.get());
  int right = 0;
  for (int i = 0; i < count; ++i) {
    auto& from = *living[static_cast<std::size_t>(i) * 7 % living.size()];
    const auto key = id_of(5000 + static_cast<std::uint64_t>(i));
    right += ids_of(world.closest(from, key)) == world.nearest(key, 3, from);
  }
  return right;
}

TEST(Resilience, LookupsFindTheNearestAlthoughEveryFifthDatagramIsLost) {
  World world;
  world.grow(64);
  world.network.loss_percent = 20;
  count_true(world, 100);  // learn that the network is bad
  const int right = count_true(world, 400);
  std::cout << "20 % loss: " << right << " of 400\n";
  EXPECT_GE(right, 360);
}

TEST(Resilience, NodesThatJoinWhileEveryFifthDatagramIsLostAreFound) {
  World world;
  world.network.loss_percent = 20;
  world.grow(32);
  for (std::size_t i = 1; i < world.nodes.size(); ++i) EXPECT_TRUE(world.nodes[i]->joined->ok()) << i;
  world.network.loss_percent = 0;
  EXPECT_GE(count_true(world, 50), 48);
}

TEST(Resilience, LookupsFindTheNearestLivingWhenThreeInTenFallSilent) {
  World world;
  world.grow(100);
  for (std::size_t i = 0; i < world.nodes.size(); ++i)
    if (i % 10 < 3) world.nodes[i].reset();
  const int right = count_true(world, 50);
  std::cout << "30 % silent: " << right << "\n";
  EXPECT_GE(right, 49);
}

TEST(Resilience, WhoWasSilentHoldsUpTheNextLookupLess) {
  World world;
  world.grow(100);
  for (std::size_t i = 0; i < world.nodes.size(); ++i)
    if (i % 10 < 3) world.nodes[i].reset();
  std::uint64_t first_us = 0, second_us = 0;
  for (std::size_t i = 3; i < 100; i += 10) {
    const auto key = id_of(7000 + i);
    const auto begin_us = world.clock.now_us();
    const auto found = ids_of(world.closest(*world.nodes[i], key));
    const auto between_us = world.clock.now_us();
    EXPECT_EQ(ids_of(world.closest(*world.nodes[i], key)), found);
    first_us += between_us - begin_us, second_us += world.clock.now_us() - between_us;
  }
  std::cout << "first " << first_us / 10 << " us, then " << second_us / 10 << " us\n";
  EXPECT_LT(second_us, first_us);
}

TEST(Resilience, AFarStrangerIsFoundByWhoeverHasOnlyNearNeighbours) {
  World world;
  world.network.min_latency_us = world.network.max_latency_us = 1'000;
  world.grow(32);
  const auto bootstrap = world.nodes[0]->endpoint;
  const std::string far = "5.9.9.1:12476";
  bool is_late = false;
  world.network.tap = [&](const Datagram& datagram) {
    if (is_late || (datagram.from != far && datagram.to != far)) return true;
    world.clock.at(world.clock.now_us() + 120'000, [&, datagram] {
      is_late = true;
      world.network.send(datagram);
      is_late = false;
    });
    return false;
  };
  auto& stranger = world.start({.endpoint = far, .bootstrap = bootstrap});
  stranger.join();
  world.clock.run_for(20'000);
  ASSERT_TRUE(stranger.joined && stranger.joined->ok());
  for (std::size_t i = 0; i < 32; ++i) EXPECT_TRUE(world.locate(*world.nodes[i], stranger.id()).status.ok()) << i;
}

TEST(Resilience, TheHalvesOfABrokenNetworkFindEachOtherAgain) {
  World world;
  world.grow(32);
  const auto half = [](const std::string& endpoint) { return endpoint[endpoint.find('.', 2) + 1] % 2; };
  world.network.tap = [&](const Datagram& datagram) { return half(datagram.from) == half(datagram.to); };
  for (int i = 0; i < 20; ++i) count_true(world, 2), world.clock.run_for(30'000);
  auto& left = *world.nodes[1];
  const auto other =
      std::ranges::find_if(world.nodes, [&](auto& node) { return half(node->endpoint) != half(left.endpoint); });
  EXPECT_FALSE(world.locate(left, (*other)->id()).status.ok());
  world.network.tap = {};
  world.clock.run_for(3'600'000);
  EXPECT_EQ(count_true(world, 50), 50);
}

TEST(Resilience, ALateBootstrapNodeIsFoundByWhoeverWaitsForIt) {
  World world;
  auto& early = world.add("bootstrap.example:12476");
  early.transport.names["bootstrap.example:12476"] = "5.9.9.1:12476";
  early.join();
  EXPECT_TRUE(world.clock.run_until([&] { return early.joined.has_value(); }, 10'000));
  EXPECT_EQ(early.joined->code, Errc::timed_out);
  world.clock.run_for(20 * 60'000);
  EXPECT_EQ(early.table_size(), 0U);
  auto& late = world.start({.endpoint = "5.9.9.1:12476"});
  world.clock.run_for(100'000);  // at most a minute and a half between two tries
  EXPECT_EQ(early.table_size(), 1U);
  EXPECT_TRUE(world.locate(early, late.id()).status.ok());
  EXPECT_TRUE(world.locate(late, early.id()).status.ok());
}

TEST(Resilience, TriesAtADeadBootstrapNodeBecomeRare) {
  World world;
  world.add("5.9.9.1:12476").join();
  world.clock.run_for(3'600'000);
  EXPECT_GT(world.network.datagrams, 60U);   // it never gives up
  EXPECT_LT(world.network.datagrams, 600U);  // six datagrams a try, a try a minute
}

TEST(Resilience, ANodeThatKnowsNobodySaysSo) {
  World world;
  auto& node = world.add();
  node.join();
  world.clock.run_for(1'000);
  ASSERT_TRUE(node.joined);
  EXPECT_EQ(node.joined->code, Errc::not_found);
  const auto found = world.closest(node, id_of(1));
  EXPECT_TRUE(found.status.ok());
  EXPECT_TRUE(found.nodes.empty());
  EXPECT_EQ(world.locate(node, id_of(1)).status.code, Errc::not_found);
}

TEST(Resilience, ANodeThatLostItsSessionsIsGreetedAgainWithoutWaiting) {
  World world;
  world.grow(3);
  const auto where = world.nodes[2]->endpoint;
  world.nodes.pop_back();
  auto& again = world.start({.endpoint = where, .seed = 3});
  world.clock.run_for(2'000);
  const auto found = world.closest(*world.nodes[1], again.id(), 1);
  ASSERT_EQ(found.nodes.size(), 1U);
  EXPECT_EQ(found.nodes.front().id, again.id());
  EXPECT_LT(found.took_us, 300'000U);  // virtual time: three round trips, no timeout
}

TEST(Resilience, AnEndpointThatChangedHandsIsNotFoundUnderTheOldId) {
  World world;
  world.grow(4);
  const auto where = world.nodes[3]->endpoint;
  const auto old_id = world.nodes[3]->id();
  world.nodes.pop_back();
  auto& heir = world.start({.endpoint = where, .seed = 99});
  world.clock.run_for(2'000);
  const auto found = world.closest(*world.nodes[1], old_id, 4);
  for (const auto& node : found.nodes) EXPECT_NE(node.id, old_id);
  EXPECT_TRUE(world.locate(*world.nodes[1], heir.id()).status.ok());
  EXPECT_EQ(world.locate(*world.nodes[1], old_id).status.code, Errc::not_found);
}

TEST(Resilience, AJumpOfTheWallClockHealsByItself) {
  World world;
  world.grow(8);
  for (const auto jump_ms : {+10 * 86'400'000LL, -20 * 86'400'000LL}) {
    for (auto& node : world.nodes) node->host.epoch_ms += static_cast<std::uint64_t>(jump_ms);
    world.clock.run_for(60'000);
    auto& newcomer = world.add(world.nodes[0]->endpoint);
    newcomer.host.epoch_ms = world.nodes[0]->host.epoch_ms;
    newcomer.join();
    world.clock.run_for(10'000);
    ASSERT_TRUE(newcomer.joined && newcomer.joined->ok());
    EXPECT_EQ(count_true(world, 20), 20);
  }
}

TEST(Resilience, AnUnreachableHintEndsTheWaitButEvictsNobody) {
  World world;
  world.grow(2);
  auto& node = *world.nodes[0];
  const auto victim = world.nodes[1]->id();
  world.let_age(node, victim);
  world.network.tap = [](const Datagram&) { return false; };
  std::optional<sdk::Status> ended;
  node.routing.locate(victim, [&](const sdk::Status& status, const sdk::NodeEntry&) { ended = status; });
  world.clock.run_for(1);
  node.transport.report_unreachable(world.nodes[1]->endpoint);
  world.clock.run_for(1);
  node.transport.report_unreachable(world.nodes[1]->endpoint);
  world.clock.run_for(1);
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->code, Errc::not_found);
  world.network.tap = {};
  EXPECT_EQ(node.table_size(), 1U);
  EXPECT_TRUE(world.locate(node, victim).status.ok());
}

TEST(Resilience, ACallEndsInTimeAlsoWhenTheKeyComesLate) {
  World world;
  TestNode node(world.network, {.endpoint = "5.7.7.1:12476", .bootstrap = "5.9.9.1:1"});
  node.identity.self_ms = 8'000;
  node.start();
  node.join();
  world.clock.run_for(10'000);
  ASSERT_TRUE(node.joined);
  EXPECT_EQ(node.joined->code, Errc::timed_out);
}

TEST(Resilience, ALocateEndsInTimeAlsoWhenAPingAndALookupAreSlow) {
  World world;
  world.network.min_latency_us = world.network.max_latency_us = 450'000;
  world.grow(2);
  auto& node = *world.nodes[0];
  const auto gone = world.nodes[1]->id();
  std::vector<std::unique_ptr<HostileNode>> hostile;
  for (std::uint8_t i = 0; i < 4; ++i) {
    const auto network = std::to_string(i) + ".1:12476";
    hostile.push_back(std::make_unique<HostileNode>(world.network, "6.0." + network, 900 + i));
    hostile.back()->referrals = [i](const Id& key) {
      std::vector<kademlia::Contact> dead;
      for (std::uint8_t j = 1; j <= 12; ++j) {
        dead.push_back({key, *kademlia::parse_address("7." + std::to_string(i) + '.' + std::to_string(j) + ".1:1")});
        dead.back().id.b[31] ^= static_cast<std::uint8_t>(12 * i + j);
      }
      return dead;
    };
    hostile.back()->offer(node.endpoint);
  }
  world.let_age(node, gone);
  world.nodes[1].reset();
  bool ended = false;
  node.routing.locate(gone, [&](const sdk::Status&, const sdk::NodeEntry&) { ended = true; });
  EXPECT_FALSE(world.clock.run_until([&] { return ended; }, 9'000)) << "it was not slow, so this test shows nothing";
  EXPECT_TRUE(world.clock.run_until([&] { return ended; }, 1'000));
}

TEST(Resilience, StoppingEndsEveryCallOnceWithCancelled) {
  World world;
  world.grow(8);
  auto& node = *world.nodes[3];
  world.let_age(node, world.nodes[1]->id());
  int calls = 0;
  node.routing.locate(world.nodes[1]->id(), [&](const sdk::Status& status, const sdk::NodeEntry&) {
    ++calls;
    EXPECT_EQ(status.code, Errc::cancelled);
  });
  for (std::uint64_t i = 0; i < 40; ++i)
    node.routing.closest(id_of(i), 3, [&](const sdk::Status& status, const sdk::NodeEntry*, std::uint32_t) {
      ++calls;
      EXPECT_EQ(status.code, Errc::cancelled);
    });
  node.routing.join("5.9.9.1:1", [&](const sdk::Status& status) {
    ++calls;
    EXPECT_EQ(status.code, Errc::cancelled);
  });
  node.routing.stop();
  EXPECT_EQ(calls, 42);
  node.host.drop_callbacks();
  world.clock.run_for(20'000);
  EXPECT_EQ(calls, 42);
}

TEST(Resilience, MoreLookupsThanMayWaitAreRefusedAndTheNodeStillTendsItsTable) {
  World world;
  world.grow(3);
  int calls = 0, refused = 0;
  for (std::uint64_t i = 0; i < 1'500; ++i)
    world.nodes[0]->routing.closest(id_of(i), 3, [&](const sdk::Status& status, const sdk::NodeEntry*, std::uint32_t) {
      ++calls;
      refused += status.code == Errc::busy;
    });
  world.nodes[0]->join();  // looks up its own id, then each bucket
  world.clock.run_for(20'000);
  EXPECT_EQ(calls, 1'500);
  EXPECT_EQ(refused, 1'500 - 32 - 1'024);
  ASSERT_TRUE(world.nodes[0]->joined);
}

TEST(Resilience, TheSameSeedMakesTheSameRun) {
  const auto run = [](std::uint64_t seed) {
    World world(seed);
    std::size_t hash = 0;
    world.network.tap = [&](const Datagram& datagram) {
      for (auto octet : datagram.payload) hash = hash * 31 + octet;
      return true;
    };
    world.grow(24);
    count_true(world, 10);
    return hash;
  };
  EXPECT_EQ(run(5), run(5));
  EXPECT_NE(run(5), run(6));
}

TEST(Resilience, AnIdleNetworkIsQuiet) {
  World world;
  world.grow(64);
  world.clock.run_for(3'600'000);
  const auto before = world.network.datagrams, bytes = world.network.bytes;
  world.clock.run_for(2 * 3'600'000);
  const auto per_node_s = double(world.network.datagrams - before) / 64 / 7200;
  std::cout << "idle: " << per_node_s << " datagrams/s, " << double(world.network.bytes - bytes) / 64 / 7200
            << " B/s a node\n";
  EXPECT_LT(per_node_s, 0.5);
  EXPECT_EQ(count_true(world, 20), 20);
}

}  // namespace
}  // namespace p2pchat::test
