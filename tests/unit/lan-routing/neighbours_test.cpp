// SPDX-License-Identifier: MIT
#include "neighbours.hpp"

#include <gtest/gtest.h>

namespace p2pchat::lan_routing {
namespace {

Id id(std::uint8_t first, std::uint8_t second = 0) { return {{first, second}}; }

Neighbour somebody(const Id& who, const std::string& where, std::uint64_t proven_us) {
  return {.id = who, .endpoint = where, .rtt_ms = 1, .proven_us = proven_us};
}

TEST(Neighbours, AreSortedByTheirDistanceToAKey) {
  Neighbours all;
  for (const std::uint8_t n : {1, 2, 4, 8, 16})
    EXPECT_TRUE(all.prove(somebody(id(n), "a:" + std::to_string(n), 0), 10));
  std::vector<std::uint8_t> order;
  for (const auto& each : all.nearest(id(9), 3)) order.push_back(each.id.b[0]);
  EXPECT_EQ(order, (std::vector<std::uint8_t>{8, 1, 2}));
}

TEST(Neighbours, OneWithTwoAddressesStaysAtTheFirstWhileItAnswersThere) {
  Neighbours all;
  EXPECT_TRUE(all.prove(somebody(id(1), "a:1", 100), 10));
  EXPECT_FALSE(all.prove(somebody(id(1), "b:1", 105), 10));
  EXPECT_EQ(all.find(id(1))->endpoint, "a:1");
  EXPECT_FALSE(all.at("b:1"));
  all.prove(somebody(id(1), "b:1", 111), 10);
  EXPECT_EQ(all.find(id(1))->endpoint, "b:1");
  EXPECT_FALSE(all.at("a:1"));
}

TEST(Neighbours, AnEndpointBelongsToWhoProvedItselfThereLast) {
  Neighbours all;
  all.prove(somebody(id(1), "a:1", 0), 10);
  EXPECT_TRUE(all.prove(somebody(id(2), "a:1", 1), 10));
  EXPECT_FALSE(all.find(id(1)));
  EXPECT_EQ(all.at("a:1")->id, id(2));
  EXPECT_EQ(all.size(), 1U);
}

TEST(Neighbours, TheForgottenAreGone) {
  Neighbours all;
  all.prove(somebody(id(1), "a:1", 0), 10);
  all.forget("b:1");
  EXPECT_EQ(all.size(), 1U);
  all.forget("a:1");
  EXPECT_EQ(all.size(), 0U);
  EXPECT_FALSE(all.find(id(1)));
}

TEST(Neighbours, WhoWasSilentLongestComesFirst) {
  Neighbours all;
  all.prove(somebody(id(1), "a:1", 30), 10);
  all.prove(somebody(id(2), "a:2", 10), 10);
  all.prove(somebody(id(3), "a:3", 20), 10);
  std::vector<std::uint8_t> order;
  for (const auto& each : all.silent_since(30)) order.push_back(each.id.b[0]);
  EXPECT_EQ(order, (std::vector<std::uint8_t>{2, 3}));
}

TEST(Neighbours, AreAtMost1024) {
  Neighbours all;
  for (std::uint32_t n = 0; n < 2'000; ++n)
    all.prove(somebody(id(static_cast<std::uint8_t>(n), static_cast<std::uint8_t>(n >> 8)), std::to_string(n), 0), 10);
  EXPECT_EQ(all.size(), 1'024U);
  all.prove(somebody(id(5), "5", 7), 10);
  EXPECT_EQ(all.find(id(5))->proven_us, 7U) << "whoever is known stays so";
}

}  // namespace
}  // namespace p2pchat::lan_routing
