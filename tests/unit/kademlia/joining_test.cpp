// SPDX-License-Identifier: MIT
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using sdk::Errc;

std::vector<Id> ids_of(const std::vector<sdk::NodeEntry>& nodes) {
  std::vector<Id> ids;
  for (const auto& node : nodes) ids.push_back(node.id);
  return ids;
}

class Joining : public testing::TestWithParam<std::size_t> {};

TEST_P(Joining, EveryNodeJoinsAndEveryLookupFindsTheTrueNearest) {
  World world;
  world.grow(GetParam());
  for (std::size_t i = 1; i < world.nodes.size(); ++i)
    ASSERT_TRUE(world.nodes[i]->joined && world.nodes[i]->joined->ok()) << i;
  std::uint64_t datagrams = 0, bytes = 0, took_us = 0;
  constexpr std::uint64_t lookups = 200;
  for (std::uint64_t i = 0; i < lookups; ++i) {
    auto& from = *world.nodes[i * 7 % world.nodes.size()];
    const auto key = id_of(1000 + i);
    const auto found = world.closest(from, key);
    ASSERT_EQ(ids_of(found.nodes), world.nearest(key, 3, from)) << "lookup " << i << ": " << found.status.text;
    datagrams += found.datagrams, bytes += found.bytes, took_us += found.took_us;
  }
  RecordProperty("datagrams per lookup", std::to_string(double(datagrams) / lookups));
  RecordProperty("bytes per lookup", std::to_string(double(bytes) / lookups));
  std::cout << GetParam() << " nodes: " << double(datagrams) / lookups << " datagrams, " << double(bytes) / lookups
            << " bytes, " << double(took_us) / lookups / 1000 << " ms a lookup\n";
}

TEST_P(Joining, EveryNodeLocatesEveryOther) {
  World world(2);
  world.grow(GetParam());
  for (std::size_t i = 0; i < world.nodes.size(); ++i) {
    auto& from = *world.nodes[i];
    const auto& wanted = *world.nodes[(i * 31 + 1) % world.nodes.size()];
    if (&from == &wanted) continue;
    const auto found = world.locate(from, wanted.id());
    ASSERT_TRUE(found.status.ok()) << i << ": " << found.status.text;
    EXPECT_EQ(found.nodes.front().endpoint, wanted.endpoint);
    EXPECT_EQ(found.nodes.front().id, wanted.id());
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, Joining, testing::Values(2, 8, 64, 200));

TEST(JoiningInVain, IsToldAgainToWhoeverAsksLater) {
  World world;
  auto& node = world.add();
  node.join(World::endpoint(77));  // nobody is there
  world.clock.run_for(60'000);
  ASSERT_TRUE(node.joined && !node.joined->ok());
  std::vector<std::string> told;
  node.host.subscribe("net.status", [&](sdk::str, const Id&, sdk::bytes detail) { told.emplace_back(detail.text()); });
  node.host.publish("net.describe", {}, {});
  world.clock.run_for(1'000);
  EXPECT_EQ(told, std::vector<std::string>{std::string(node.joined->text)});
  world.add();
  node.join(world.nodes[1]->endpoint);
  world.clock.run_for(60'000);
  EXPECT_EQ(told.back().rfind("connected to the network", 0), 0U) << told.back();
}

TEST(JoiningWithoutAddresses, IsRefusedInOneSentenceAndSoIsAllElse) {
  World world;
  world.grow(2);
  auto& node = *world.nodes[1];
  std::vector<std::string> told;
  node.host.subscribe("net.status", [&](sdk::str, const Id&, sdk::bytes detail) { told.emplace_back(detail.text()); });
  node.host.publish("socket.listening", {}, sdk::bytes::of(std::string_view("local:ada")));
  world.clock.run_for(1'000);
  node.host.publish("net.describe", {}, {});
  const auto located = world.locate(node, world.nodes[0]->id());
  node.join("local:bob");
  world.clock.run_for(20'000);
  ASSERT_TRUE(node.joined);
  for (const auto& status : {*node.joined, located.status}) {
    EXPECT_EQ(status.code, Errc::unsupported);
    EXPECT_NE(std::string(status.text).find("local:ada; use lan-routing"), std::string::npos) << status.text;
  }
  EXPECT_EQ(told, std::vector<std::string>(2, located.status.text));
}

TEST(JoiningWithoutAddresses, IsNotWhatAnIpv6AddressMeans) {
  World world;
  world.grow(2);
  auto& node = *world.nodes[1];
  node.host.publish("socket.listening", {}, sdk::bytes::of(std::string_view("[fe80::1%2]:12476")));
  world.clock.run_for(1'000);
  EXPECT_TRUE(world.locate(node, world.nodes[0]->id()).status.ok());
}

}  // namespace
}  // namespace p2pchat::test
