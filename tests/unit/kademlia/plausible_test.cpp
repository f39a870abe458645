// SPDX-License-Identifier: MIT
#include "plausible.hpp"

#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

const Id key = id_of(7);

/// Nodes whose ids share at least so many bits with the key, at random.
std::vector<Contact> sharing(std::uint32_t bits, std::uint64_t first, std::uint64_t count) {
  std::vector<Contact> made;
  for (std::uint64_t i = 0; i < count; ++i) {
    auto id = id_of(first + i);
    for (std::uint32_t at = 0; at < bits; ++at) {
      const auto mask = static_cast<std::uint8_t>(0x80U >> at % 8);
      id.b[at / 8] = static_cast<std::uint8_t>((id.b[at / 8] & ~mask) | (key.b[at / 8] & mask));
    }
    made.push_back({id, *parse_address("5.6.7.8:9")});
  }
  return made;
}

TEST(Plausible, ABucketAsChanceFillsItIsPlausible) {
  for (std::uint64_t trial = 0; trial < 1000; ++trial) {
    const auto who = id_of(10'000 + trial);
    auto bucket = sharing(shared_prefix(who, key) + 1, 20'000 + 16 * trial, 16);
    std::ranges::sort(bucket, {}, [](const Contact& each) { return distance(key, each.id); });
    bucket.resize(12);
    EXPECT_TRUE(is_plausible(who, key, bucket)) << trial;
  }
}

TEST(Plausible, NobodyFarAwayKnowsTwelveBesideTheKey) {
  const auto who = id_in_bucket(key, 2, id_of(1));
  EXPECT_FALSE(is_plausible(who, key, sharing(8, 100, 12)));
  EXPECT_TRUE(is_plausible(who, key, sharing(8, 100, 3))) << "a few may come by chance";
}

TEST(Plausible, ANeighbourOfTheKeyKnowsItsNeighbours) {
  EXPECT_TRUE(is_plausible(id_in_bucket(key, 7, id_of(1)), key, sharing(8, 100, 12)));
}

TEST(Plausible, WhoNamesNobodyClaimsNothing) { EXPECT_TRUE(is_plausible(id_of(1), key, {})); }

}  // namespace
}  // namespace p2pchat::test
