// SPDX-License-Identifier: MIT
#include "lan_world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

TEST(Mesh, EverybodyKnowsEverybodyElse) {
  LanWorld world;
  world.grow(20);
  for (const auto& node : world.nodes) {
    const auto known = node->neighbours();
    EXPECT_EQ(known.size(), 19U) << node->endpoint;
    for (const auto& other : world.nodes) {
      if (other == node) continue;
      ASSERT_TRUE(known.contains(other->endpoint));
      EXPECT_EQ(known.at(other->endpoint), other->id());
    }
  }
}

TEST(Mesh, KnowsWhoIsAtAWordOfItsTransport) {
  LanWorld world;
  const auto& ada = world.add("datagrams:ada");
  const auto& bob = world.add("datagrams:bob");
  world.add("elsewhere:cai");  // as no transport of this scheme would say
  world.clock.run_for(10'000);
  EXPECT_EQ(world.nodes[0]->neighbours(), (std::map<std::string, sdk::Id>{{"datagrams:bob", bob.id()}}));
  EXPECT_EQ(world.nodes[1]->neighbours(), (std::map<std::string, sdk::Id>{{"datagrams:ada", ada.id()}}));
}

TEST(Mesh, WhoComesIsFoundWithinSecondsAndWhoGoesIsForgottenWithinAMinute) {
  LanWorld world;
  world.grow(5);
  auto& late = world.add();
  world.clock.run_for(3'000);
  for (const auto& node : world.nodes) EXPECT_EQ(node->neighbours().size(), 5U);
  const auto gone = late.id();
  world.nodes.pop_back();
  world.clock.run_for(60'000);
  for (const auto& node : world.nodes) EXPECT_EQ(node->neighbours().size(), 4U);
  EXPECT_EQ(world.locate(*world.nodes[0], gone).code, sdk::Errc::not_found);
}

TEST(Mesh, WhoAsksHearsAgainWhetherSomebodyIsThere) {
  LanWorld world;
  world.grow(2);
  std::vector<std::string> told;
  world.nodes[0]->host.subscribe(
      "net.status", [&](sdk::str, const sdk::Id&, sdk::bytes detail) { told.emplace_back(detail.text()); });
  world.nodes[0]->host.publish("net.describe", {}, {});
  world.clock.run_for(10);
  EXPECT_EQ(told, std::vector<std::string>{"connected to this local network"});
}

TEST(Mesh, OneInTenDatagramsMayBeLost) {
  LanWorld world;
  world.network.loss_percent = 10;
  world.grow(8);
  world.clock.run_for(120'000);
  std::size_t known = 0;
  for (const auto& node : world.nodes) known += node->neighbours().size();
  EXPECT_EQ(known, 8U * 7U);
}

TEST(Mesh, WhoIsUnknownIsSoughtAndAnswers) {
  LanWorld world;
  world.network.tap = [&](Datagram& datagram) {  // what everybody is told gets lost, unless somebody is sought
    const auto read = lan_routing::read_datagram(datagram.payload);
    const auto* here = read ? std::get_if<lan_routing::Here>(&*read) : nullptr;
    return here == nullptr || here->sought != sdk::Id{};
  };
  world.grow(2);
  ASSERT_TRUE(world.nodes[0]->neighbours().empty());
  sdk::NodeEntry found;
  const auto status = world.locate(*world.nodes[0], world.nodes[1]->id(), &found);
  ASSERT_TRUE(status.ok()) << status.text;
  EXPECT_EQ(found.endpoint, world.nodes[1]->endpoint);
}

TEST(Mesh, ARestartWithAnotherKeyIsNoticed) {
  LanWorld world;
  world.grow(2);
  const auto before = world.nodes[1]->id();
  const auto where = world.nodes[1]->endpoint;
  world.nodes[1] = nullptr;
  world.nodes[1] = std::make_unique<LanNode>(world.network, where, 77);
  ASSERT_TRUE(world.nodes[1]->routing.start().ok());
  world.clock.run_for(30'000);
  EXPECT_EQ(world.nodes[0]->neighbours().at(where), world.nodes[1]->id());
  EXPECT_EQ(world.locate(*world.nodes[0], before).code, sdk::Errc::not_found);
}

TEST(Mesh, JoiningAloneSaysSoAndSucceedsOnceSomebodyIsThere) {
  LanWorld world;
  auto& alone = world.add();
  std::optional<sdk::Status> joined;
  alone.routing.join("", [&](const sdk::Status& status) { joined = status; });
  world.clock.run_for(9'000);
  ASSERT_TRUE(joined);
  EXPECT_EQ(joined->code, sdk::Errc::not_found);
  joined.reset();
  alone.routing.join("", [&](const sdk::Status& status) { joined = status; });
  world.add();
  world.clock.run_for(4'000);
  ASSERT_TRUE(joined);
  EXPECT_TRUE(joined->ok()) << joined->text;
}

TEST(Mesh, AStoppedNodeOwesNothing) {
  LanWorld world;
  world.grow(2);
  int answers = 0;
  sdk::Errc code{};
  world.nodes[0]->routing.locate({{1}}, [&](const sdk::Status& status, const sdk::NodeEntry&) {
    ++answers;
    code = status.code;
  });
  world.nodes[0]->routing.stop();
  EXPECT_EQ(answers, 1);
  EXPECT_EQ(code, sdk::Errc::cancelled);
  world.clock.run_for(20'000);
  EXPECT_EQ(answers, 1);
}

TEST(Mesh, AGroupThatIsNoneIsRefusedByName) {
  LanWorld world;
  for (const auto* wrong : {"", "192.168.1.1:1", "239.1.1.1", "239.1.1.1:0", "224.0.0.1:12477", "somewhere:1"}) {
    LanNode node(world.network, "192.168.1.9:12476", 5);
    node.host.set("group", wrong);
    const auto status = node.routing.start();
    EXPECT_EQ(status.code, sdk::Errc::invalid) << wrong;
    EXPECT_NE(std::string(status.text).find("239.0.0.0/8"), std::string::npos) << status.text;
  }
}

}  // namespace
}  // namespace p2pchat::test
