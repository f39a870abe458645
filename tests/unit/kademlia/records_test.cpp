// SPDX-License-Identifier: MIT
#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using sdk::Errc;

Id digest_of(TestNode& node, const std::string& value) {
  Id key;
  EXPECT_TRUE(node.crypto.digest(sdk::bytes::of(value), key).ok());
  return key;
}

class RecordsTest : public testing::Test {
 protected:
  RecordsTest() { world.grow(40); }
  TestNode& node(std::size_t number) { return *world.nodes[number]; }
  World world;
};

TEST_F(RecordsTest, OfMineIsFoundByEverybody) {
  const auto put = world.put(node(3), node(3).id(), "here I am");
  ASSERT_TRUE(put.status.ok()) << put.status.text;
  for (std::size_t i = 0; i < world.nodes.size(); ++i) {
    const auto got = world.get(node(i), node(3).id());
    EXPECT_TRUE(got.status.ok()) << i << ": " << got.status.text;
    EXPECT_EQ(got.value, "here I am");
  }
}

TEST_F(RecordsTest, NamedByItsDigestIsFound) {
  const std::string value = "a value that nobody can change";
  ASSERT_TRUE(world.put(node(3), digest_of(node(3), value), value).status.ok());
  EXPECT_EQ(world.get(node(9), digest_of(node(9), value)).value, value);
}

TEST_F(RecordsTest, OfTheLargestSizeArrivesWholeAlsoWhenDatagramsAreLost) {
  world.network.loss_percent = 5;
  std::string value;
  for (std::size_t i = 0; i < 3 * 1024; ++i) value += static_cast<char>('a' + i % 23);
  ASSERT_TRUE(world.put(node(3), node(3).id(), value).status.ok());
  for (const std::size_t reader : {1U, 9U, 20U, 39U}) EXPECT_EQ(world.get(node(reader), node(3).id()).value, value);
}

TEST_F(RecordsTest, PutAgainIsReplaced) {
  ASSERT_TRUE(world.put(node(3), node(3).id(), "first").status.ok());
  ASSERT_TRUE(world.put(node(3), node(3).id(), "second").status.ok());
  world.clock.run_for(1'000);
  for (const std::size_t reader : {1U, 9U, 20U}) EXPECT_EQ(world.get(node(reader), node(3).id()).value, "second");
}

TEST_F(RecordsTest, UnderAForeignKeyIsRefused) {
  EXPECT_EQ(world.put(node(3), node(4).id(), "not mine").status.code, Errc::refused);
  EXPECT_EQ(world.put(node(3), id_of(5), "nobody's").status.code, Errc::refused);
  EXPECT_EQ(world.get(node(9), node(4).id()).status.code, Errc::not_found);
}

TEST_F(RecordsTest, OfImpossibleSizeOrLifeIsRefused) {
  const auto& me = node(3).id();
  EXPECT_EQ(world.put(node(3), me, std::string(3 * 1024 + 1, 'x')).status.code, Errc::too_large);
  EXPECT_EQ(world.put(node(3), me, "value", 0).status.code, Errc::invalid);
  EXPECT_EQ(world.put(node(3), me, "value", 14 * 24 * 3600 + 1).status.code, Errc::invalid);
  EXPECT_TRUE(world.put(node(3), me, "value", 14 * 24 * 3600).status.ok());
}

TEST_F(RecordsTest, EndsWithItsLife) {
  ASSERT_TRUE(world.put(node(3), node(3).id(), "soon gone", 60).status.ok());
  EXPECT_TRUE(world.get(node(9), node(3).id()).status.ok());
  world.clock.run_for(61'000);
  EXPECT_EQ(world.get(node(9), node(3).id()).status.code, Errc::not_found);
}

TEST_F(RecordsTest, OutlivesItsOwnerAndAllWhoKeptItFirst) {
  const auto key = node(3).id();
  ASSERT_TRUE(world.put(node(3), key, "I was here", 24 * 3600).status.ok());
  world.clock.run_for(2'000);
  // Every twenty minutes the ten oldest go and as many others come; the first node stays, since all join through it.
  for (std::size_t oldest = 1; oldest + 10 <= 61; oldest += 10) {
    for (std::size_t i = oldest; i < oldest + 10; ++i) {
      world.nodes[i].reset();
      world.add(node(0).endpoint).join();
    }
    world.clock.run_for(20 * 60'000);
  }
  ASSERT_EQ(std::ranges::count_if(world.nodes, [](const auto& each) { return !each; }), 60);
  EXPECT_EQ(world.get(*world.nodes.back(), key).value, "I was here");
}

TEST_F(RecordsTest, IsKeptAlsoWhenSomeOfTheNearestJustVanished) {
  const auto nearest = world.nearest(node(3).id(), 5, node(3));
  for (auto& other : world.nodes)
    if (std::ranges::find(nearest, other->id()) != nearest.end()) other.reset();
  const auto put = world.put(node(3), node(3).id(), "here I am");
  EXPECT_TRUE(put.status.ok()) << put.status.text;
}

TEST_F(RecordsTest, WithNobodyThereFailsInTime) {
  World lonely;
  auto& only = lonely.add();
  lonely.clock.run_for(5'000);
  const auto put = lonely.put(only, only.id(), "anybody?");
  EXPECT_FALSE(put.status.ok());
  EXPECT_LE(put.took_us, 10'000'000U);
  EXPECT_FALSE(lonely.get(only, id_of(1)).status.ok());
}

}  // namespace
}  // namespace p2pchat::test
