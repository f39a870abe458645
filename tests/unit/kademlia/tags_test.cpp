// SPDX-License-Identifier: MIT
#include "hostile_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

/// Somebody on the way who rewrites packets of one kind but cannot make their tag anew.
std::function<bool(Datagram&)> rewriting(Kind kind, std::function<void(Packet&)> change) {
  return [kind, change](Datagram& datagram) {
    wire::JsonParser parser;
    auto received = from_datagram(parser, datagram.payload);
    if (!received || received->packet.kind != kind) return true;
    change(received->packet);
    const auto text = to_datagram(text_of(received->packet), view(*received->tag));
    datagram.payload.assign(text.begin(), text.end());
    return true;
  };
}

TEST(Tags, AStolenDelegationProvesNothing) {
  World world;
  std::vector<std::uint8_t> stolen;
  world.network.tap = [&](const Datagram& datagram) {
    wire::JsonParser parser;
    const auto received = from_datagram(parser, datagram.payload);
    if (received && received->packet.kind == Kind::welcome && !received->packet.delegation.empty())
      stolen = received->packet.delegation;
    return true;
  };
  world.grow(2);
  ASSERT_FALSE(stolen.empty());
  HostileNode thief(world.network, "6.0.0.1:12476", 900);
  thief.wear(stolen);
  auto& node = world.add("6.0.0.1:12476");
  node.join();
  world.clock.run_for(20'000);
  EXPECT_GT(thief.asked, 0U);
  EXPECT_EQ(node.table_size(), 0U);
  EXPECT_GT(node.routing.counters().bad_proof, 0U);
  ASSERT_TRUE(node.joined);
  EXPECT_FALSE(node.joined->ok());
}

TEST(Tags, AnswersThatWereRewrittenAreNotBelieved) {
  World world;
  world.grow(6);
  bool strayed = false;
  const auto rewrite = rewriting(Kind::nodes, [](Packet& packet) {
    packet.contacts = {{id_of(2), *parse_address("6.6.6.6:6")}};
  });
  world.network.tap = [&](Datagram& datagram) {
    strayed = strayed || datagram.to == "6.6.6.6:6";
    return rewrite(datagram);
  };
  EXPECT_TRUE(world.closest(*world.nodes[1], id_of(1)).nodes.empty());
  EXPECT_FALSE(strayed);
  EXPECT_GT(world.nodes[1]->routing.counters().bad_proof, 0U);
}

TEST(Tags, RequestsThatWereRewrittenAreNotAnswered) {
  World world;
  world.grow(2);
  world.network.tap = rewriting(Kind::find_node, [](Packet& packet) { packet.target = id_of(7); });
  EXPECT_TRUE(world.closest(*world.nodes[1], id_of(1)).nodes.empty());
  EXPECT_GT(world.nodes[0]->routing.counters().bad_proof, 0U);
}

}  // namespace
}  // namespace p2pchat::test
