// SPDX-License-Identifier: MIT
#include "density.hpp"

#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

/// The `count` nearest to a key of `size` random nodes.
std::vector<Contact> nearest_of(const Id& key, std::size_t size, std::size_t count, std::uint64_t seed) {
  std::map<Id, Contact> nodes;
  for (std::uint64_t i = 0; i < size; ++i) {
    const auto id = id_of(seed * 100'000 + i);
    nodes[distance(key, id)] = {id, {}};
  }
  std::vector<Contact> nearest;
  for (const auto& [distance, contact] : nodes)
    if (nearest.size() < count) nearest.push_back(contact);
  return nearest;
}

TEST(Density, OfAnHonestNetworkIsUsual) {
  int thin = 0, dense = 0;
  for (std::uint64_t seed = 1; seed <= 100; ++seed) {
    const auto key = id_of(seed);
    const auto kind = density(key, nearest_of(key, 500, 8, seed), 8, 500);
    thin += kind == Density::thin, dense += kind == Density::dense;
  }
  EXPECT_LE(thin, 5) << "once in a hundred";
  EXPECT_EQ(dense, 0);
}

TEST(Density, IsThinWhereOnlyAFewOfTheNodesAreNamed) {
  int thin = 0;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    const auto key = id_of(seed);
    thin += density(key, nearest_of(key, 150, 8, seed), 8, 500) == Density::thin;
  }
  EXPECT_GE(thin, 40);
  EXPECT_EQ(density(id_of(1), {}, 8, 500), Density::thin);
  EXPECT_EQ(density(id_of(1), {}, 8, 10), Density::usual) << "there are no more";
  EXPECT_EQ(density(id_of(1), {}, 8, 0), Density::usual) << "nobody knows";
}

TEST(Density, IsDenseWhereIdsWereGround) {
  const auto key = id_of(1);
  EXPECT_EQ(density(key, nearest_of(key, 8'000, 8, 1), 8, 500), Density::dense);
}

TEST(Density, OfAnIdToItselfIsNoShareOfAll) {
  EXPECT_EQ(share_within(Id{}), 0);
  Id half;
  half.b[0] = 0x80;
  EXPECT_EQ(share_within(half), 0.5);
}

TEST(NetworkSize, IsReckonedFromWhatLookupsFoundAndNotMovedByAFewLies) {
  NetworkSize size;
  EXPECT_EQ(size.estimate(), 0);
  for (std::uint64_t seed = 1; seed <= 15; ++seed) {
    const auto key = id_of(seed);
    const bool is_lie = seed % 4 == 0;
    size.learn(key, nearest_of(key, is_lie ? 20'000 : 500, 8, seed));
  }
  EXPECT_GT(size.estimate(), 250);
  EXPECT_LT(size.estimate(), 1'000);
}

}  // namespace
}  // namespace p2pchat::test
