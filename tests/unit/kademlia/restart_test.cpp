// SPDX-License-Identifier: MIT
#include "introductions.hpp"
#include "remembered.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <span>

namespace p2pchat::test {
namespace {

/// A ninth node that is killed, and the bootstrap node with it, and comes back on its disk.
struct Restart : testing::Test {
  World world;
  TestTables::Disk disk;
  TestNode& first_run() {
    world.grow(8);
    auto& node =
        world.start({.endpoint = "5.8.8.1:12476", .bootstrap = world.nodes[0]->endpoint, .seed = 77, .disk = &disk});
    node.join();
    return node;
  }
  void expect_to_come_back() {
    world.nodes.back().reset();
    world.nodes.front().reset();
    auto& again = world.start({.endpoint = "5.8.8.1:12476", .seed = 77, .disk = &disk});
    again.join();
    world.clock.run_for(10'000);
    ASSERT_TRUE(again.joined);
    EXPECT_TRUE(again.joined->ok()) << again.joined->text;
    EXPECT_EQ(again.table_size(), 7U);
  }
};

TEST_F(Restart, ARestartedNodeComesBackThroughTheContactsItRemembers) {
  auto& node = first_run();
  world.clock.run_for(30'000);
  EXPECT_EQ(node.table_size(), 8U);
  expect_to_come_back();
}

TEST_F(Restart, ANodeKilledASecondAfterItsFirstContactsComesBackThroughThem) {
  auto& node = first_run();
  ASSERT_TRUE(world.clock.run_until([&] { return node.table_size() > 0; }, 10'000));
  world.clock.run_for(1'000);
  expect_to_come_back();
}

TEST_F(Restart, ARestartedNodeAsksThoseItRemembersAlthoughStrangersAnsweredFirst) {
  world.grow(12);
  TestNode::Options options{.bootstrap = world.nodes[0]->endpoint, .seed = 77, .disk = &disk};
  options.endpoint = "5.8.8.1:12476";
  world.start(options).join();
  world.clock.run_for(30'000);
  world.nodes.back().reset();
  auto& stranger = world.add();
  for (int i = 0; i < 3; ++i) world.add(stranger.endpoint).join();
  world.clock.run_for(20'000);
  options.bootstrap = stranger.endpoint;
  auto& again = world.start(options);
  world.network.tap = [&](const Datagram& datagram) {
    return std::ranges::none_of(std::span(world.nodes).first(12),
                                [&](const auto& node) { return node->endpoint == datagram.to; });
  };
  again.join();
  world.clock.run_for(2'000);
  EXPECT_EQ(again.table_size(), 4U);
  world.network.tap = {};
  world.clock.run_for(10'000);
  EXPECT_EQ(again.table_size(), 16U);
}

kademlia::Contact contact_of(const TestNode& node) { return {node.id(), *routing::parse_address(node.endpoint)}; }

/// Eight are remembered best, who live and know each other alone; whoever else is remembered comes after them.
TEST_F(Restart, WhoeverAnswersFirstIsNotAllThatANodeFindsAfterALongAbsence) {
  const auto bootstrap = world.add().endpoint;
  for (int i = 1; i < 8; ++i) world.add(bootstrap).join();
  const auto others = world.add().endpoint;
  for (int i = 1; i < 24; ++i) world.add(others).join();
  world.clock.run_for(20'000);
  auto& node = world.start({.endpoint = "5.8.8.1:12476", .seed = 77});
  std::vector<kademlia::Contact> first;
  for (std::size_t i = 0; i < 8; ++i) first.push_back(contact_of(*world.nodes[i]));
  for (std::size_t i = 0; i < 32; ++i) {
    const auto contact = contact_of(*world.nodes[i]);
    auto all = first;
    all.push_back(contact);
    if (i >= 8 && kademlia::in_turns(all, node.id()).back() != contact) continue;
    const auto line = to_text(kademlia::Remembered{contact.address, i < 8 ? 2000U : 1000U});
    node.own_disk[{kademlia::remembered_table, {contact.id.b, contact.id.b + sizeof contact.id.b}}] = {line.begin(),
                                                                                                       line.end()};
  }
  EXPECT_GT(node.own_disk.size(), 8U);
  node.join();
  world.clock.run_for(10'000);
  ASSERT_TRUE(node.joined && node.joined->ok());
  EXPECT_GE(node.table_size(), 24U);  // a bucket may be full
}

}  // namespace
}  // namespace p2pchat::test
