// SPDX-License-Identifier: MIT
#include "holders.hpp"
#include "hostile_node.hpp"
#include "responder.hpp"
#include "routing/distance.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

TEST(Region, HoldsSixteenToThirtyTwoNodes) {
  for (const double size : {100.0, 1'000.0, 5'000.0, 1'000'000.0}) {
    const auto nodes = size / std::exp2(region_bits(size));
    EXPECT_GE(nodes, 16) << size;
    EXPECT_LT(nodes, 32) << size;
  }
  EXPECT_EQ(region_bits(0), 0U);
  EXPECT_EQ(region_bits(20), 0U);
}

TEST(Region, TargetsLieInItAndAwayFromTheKey) {
  const auto key = id_of(1);
  std::uint32_t shared = 12;
  for (const auto& target : region_targets(key, 12)) EXPECT_EQ(shared_prefix(target, key), shared++);
}

/// The seeds of `count` hostile nodes whose ids, of so many tried, are nearest a key.
std::vector<std::uint64_t> ground(const Id& key, std::size_t count, std::uint64_t tried) {
  std::map<Id, std::uint64_t> by_distance;
  VirtualClock clock;
  for (std::uint64_t seed = 100'000; seed < 100'000 + tried; ++seed) {
    VirtualHost host(clock, seed);
    ContactCrypto crypto(host);
    const ContactIdentity identity(host, crypto);
    by_distance.emplace(distance(key, identity.id()), seed);
  }
  std::vector<std::uint64_t> seeds;
  for (const auto& [far, seed] : by_distance)
    if (seeds.size() < count) seeds.push_back(seed);
  return seeds;
}

TEST(Region, ARecordOutlivesIdsGroundNextToItsKey) {
  World world;
  world.grow(80);
  const auto& owner = *world.nodes[3];
  std::vector<std::unique_ptr<HostileNode>> crowd;
  std::vector<Contact> all;
  for (const auto seed : ground(owner.id(), 40, 20'000)) {
    const auto number = crowd.size();
    auto& node = *crowd.emplace_back(
        std::make_unique<HostileNode>(world.network, "6.0." + std::to_string(number) + ".1:12476", seed));
    all.push_back(node.contact());
    node.referrals = [&all, number](const Id&) {
      std::vector<Contact> named;
      for (std::size_t i = 0; i < answer_contacts; ++i) named.push_back(all[(number + i) % all.size()]);
      return named;
    };
    for (const auto& victim : world.nodes) node.offer(victim->endpoint);
    world.clock.run_for(500);
  }
  world.clock.run_for(20'000);
  for (std::uint64_t i = 0; i < 40; ++i) world.closest(*world.nodes[i % 2 == 0 ? 3 : 60], id_of(i), 8);
  const auto nearest = world.closest(*world.nodes[60], owner.id(), 16);
  const auto crowding = std::ranges::count_if(
      nearest.nodes, [](const sdk::NodeEntry& node) { return std::string_view(node.endpoint).starts_with("6."); });
  ASSERT_EQ(crowding, 15) << "all but the owner himself:"
                          << "the crowd did not take the place, so this test shows nothing";
  const auto put = world.put(*world.nodes[3], owner.id(), "here I am");
  EXPECT_TRUE(put.status.ok()) << put.status.text;
  const auto got = world.get(*world.nodes[60], owner.id());
  EXPECT_EQ(got.value, "here I am") << got.status.text;
}

}  // namespace
}  // namespace p2pchat::test
