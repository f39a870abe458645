// SPDX-License-Identifier: MIT
#include "wire/base64.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

const std::string door = "6.6.6.6:12476", call = "sixteen octets!!";

/// Ten nodes in the open and one behind a router that lets in only who was asked before.
struct ARouter : testing::Test {
  ARouter() {
    world.network.tap = [this](const Datagram& datagram) {
      if (datagram.from == door) asked.insert(datagram.to);
      return datagram.to != door || asked.contains(datagram.from);
    };
    for (int i = 0; i < 10; ++i) {
      auto& node = world.add(world.nodes.empty() ? "" : world.nodes.front()->endpoint);
      can_test(node, node.endpoint);
      node.join();
      world.clock.run_for(100);
    }
    world.clock.run_for(20'000);
    world.start({.endpoint = door, .bootstrap = world.nodes.front()->endpoint});
    can_test(inner(), "10.0.0.2:12476");
    inner().host.subscribe("relay.call",
                           [this](sdk::str, const Id&, sdk::bytes detail) { calls.emplace_back(detail.text()); });
    inner().join();
    world.clock.run_for(20'000);
  }
  /// What the transport does: it says where it listens, and dials whom routing wants dialled.
  void can_test(TestNode& node, const std::string& own) {
    node.host.subscribe("reach.dial", [this](sdk::str, const Id&, sdk::bytes detail) {
      const auto to = std::string(detail.text().substr(12));
      for (const auto& each : world.nodes)
        if (each && each->endpoint == to && to != door)
          each->host.publish("reach.dialled", {}, sdk::bytes::of(detail.text().substr(0, 12)));
    });
    node.host.subscribe("net.reach", [this, &node](sdk::str, const Id&, sdk::bytes detail) {
      standings[node.endpoint] = detail.text();
    });
    node.host.subscribe("relay.refused", [this](sdk::str, const Id&, sdk::bytes) { ++refused; });
    node.host.publish("socket.listening", {}, sdk::bytes::of(own));
  }
  TestNode& inner() { return *world.nodes[10]; }
  TestNode& at(const std::string& endpoint) {
    for (const auto& node : world.nodes)
      if (node->endpoint == endpoint) return *node;
    throw "no such node";
  }

  World world;
  std::set<std::string> asked;
  std::map<std::string, std::string> standings;
  std::vector<std::string> calls;
  int refused = 0;
};

TEST_F(ARouter, IsNoticedAndSoIsTheOpen) {
  EXPECT_EQ(standings[door], "router " + door);
  for (int i = 0; i < 10; ++i) EXPECT_EQ(standings[World::endpoint(i)], "open " + World::endpoint(i));
}

TEST_F(ARouter, IsToldOfAgainToWhoAsks) {
  standings.clear();
  std::vector<std::string> told;
  inner().host.subscribe("net.status",
                         [&](sdk::str, const Id&, sdk::bytes detail) { told.emplace_back(detail.text()); });
  inner().host.publish("net.describe", {}, {});
  world.clock.run_for(10);
  EXPECT_EQ(standings[door], "router " + door);
  ASSERT_EQ(told.size(), 1U);
  EXPECT_TRUE(told[0].starts_with("connected to the network")) << told[0];
}

TEST_F(ARouter, KeepsWhoIsBehindItOutOfEveryTable) {
  for (int i = 0; i < 10; ++i)
    world.nodes[i]->routing.table(
        [&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) { EXPECT_NE(entry.id, inner().id()) << i; });
  EXPECT_GE(inner().table_size(), 8U);
}

TEST_F(ARouter, DoesNotKeepWhoIsBehindItFromBeingFoundThroughOneThatHoldsHim) {
  for (int i = 0; i < 10; ++i) {
    const auto found = world.locate(*world.nodes[i], inner().id());
    ASSERT_TRUE(found.status.ok()) << found.status.text;
    const std::string endpoint = found.nodes[0].endpoint;
    std::string name;
    wire::base64_encode(inner().id().view(), wire::Alphabet::url, name);
    ASSERT_NE(endpoint.find('#'), endpoint.npos) << endpoint;
    EXPECT_EQ(endpoint.substr(endpoint.find('#') + 1), name);
    EXPECT_EQ(found.nodes[0].id, inner().id());
    // One of the nearest to him, so that whoever looks him up comes by.
    const auto relay = at(endpoint.substr(0, endpoint.find('#'))).id();
    const auto nearest = world.nearest(inner().id(), 3, inner());
    EXPECT_TRUE(std::ranges::count(nearest, relay)) << i;
  }
}

TEST_F(ARouter, LetsACallThroughFromWhoHoldsHimAndNobodyElse) {
  const auto found = world.locate(*world.nodes[0], inner().id());
  ASSERT_TRUE(found.status.ok()) << found.status.text;
  const std::string endpoint = found.nodes[0].endpoint;
  const auto relay = endpoint.substr(0, endpoint.find('#'));
  at(relay).host.publish("relay.wanted", inner().id(), sdk::bytes::of(call));
  world.clock.run_for(1'000);
  ASSERT_EQ(calls.size(), 1U);
  EXPECT_EQ(calls[0], call + relay);
  EXPECT_EQ(refused, 0);
  at(relay).host.publish("relay.wanted", id_of(99), sdk::bytes::of(call));
  world.clock.run_for(1'000);
  EXPECT_EQ(refused, 1);
  EXPECT_EQ(calls.size(), 1U);
}

TEST_F(ARouter, HoldsForAMinuteWhoFallsSilent) {
  const auto id = inner().id();
  world.nodes[10].reset();
  world.clock.run_for(55'000);
  EXPECT_EQ(world.locate(*world.nodes[0], id).status.code, sdk::Errc::not_found);
}

TEST_F(ARouter, ThatIsOpenedBringsWhoIsBehindItIntoTheTables) {
  world.network.tap = {};
  for (int i = 0; i < 10; ++i)
    world.nodes[i]->host.subscribe("reach.dial", [this](sdk::str, const Id&, sdk::bytes detail) {
      if (detail.text().substr(12) == door)
        inner().host.publish("reach.dialled", {}, sdk::bytes::of(detail.text().substr(0, 12)));
    });
  ASSERT_TRUE(world.clock.run_until([&] { return standings[door] == "open " + door; }, 180'000));
  world.clock.run_for(2'000);
  std::size_t tables = 0;
  for (int i = 0; i < 10; ++i)
    world.nodes[i]->routing.table(
        [&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) { tables += entry.id == inner().id(); });
  EXPECT_GE(tables, 8U);
  const auto found = world.locate(*world.nodes[3], inner().id());
  ASSERT_TRUE(found.status.ok()) << found.status.text;
  EXPECT_EQ(std::string(found.nodes[0].endpoint), door);
}

}  // namespace
}  // namespace p2pchat::test
