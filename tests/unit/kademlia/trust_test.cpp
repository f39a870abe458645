// SPDX-License-Identifier: MIT
#include "hostile_node.hpp"
#include "routing/distance.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

/// An id as near to a key as one likes, as nobody can prove.
Id beside(const Id& key, std::uint64_t number) {
  auto id = key;
  id.b[31] = static_cast<std::uint8_t>(id.b[31] ^ (number + 1));
  return id;
}

Address address(const std::string& text) { return *parse_address(text); }

/// Nobody in a table or a result is anybody else than who really is at that endpoint.
class Truth {
 public:
  explicit Truth(World& world) : world_(world) {}
  void also(const HostileNode& node) { there_[to_text(node.contact().address)] = node.contact().id; }
  void check(const sdk::NodeEntry& entry) const { EXPECT_EQ(owner_of(entry.endpoint), entry.id) << entry.endpoint; }
  void check_tables() const {
    for (const auto& node : world_.nodes)
      node->routing.table([&](const sdk::NodeEntry& entry, std::uint32_t, std::uint32_t) { check(entry); });
  }

 private:
  /// The zero id when nobody is there.
  Id owner_of(const std::string& endpoint) const {
    for (const auto& node : world_.nodes)
      if (node->endpoint == endpoint) return node->id();
    const auto found = there_.find(endpoint);
    return found == there_.end() ? Id{} : found->second;
  }
  World& world_;
  std::map<std::string, Id> there_;
};

TEST(Trust, ForgedContactsNeitherSteerALookupNorEnterATable) {
  World world;
  world.grow(40);
  Truth truth(world);
  std::vector<std::unique_ptr<HostileNode>> hostile;
  for (std::uint64_t i = 0; i < 8; ++i) {
    auto& node = *hostile.emplace_back(
        std::make_unique<HostileNode>(world.network, "6.0." + std::to_string(i) + ".1:12476", 900 + i));
    truth.also(node);
    // Ids next to the key: at its own address, at honest nodes' addresses, where nobody lives, and at mine.
    node.referrals = [&world, &node](const Id& key) {
      std::vector<Contact> forged;
      forged.push_back({beside(key, 1), node.contact().address});
      for (std::uint64_t j = 0; j < 8; ++j) forged.push_back({beside(key, 2 + j), address(world.nodes[j]->endpoint)});
      forged.push_back({beside(key, 20), address("6.6.6.6:6")});
      forged.push_back({world.nodes[0]->id(), address("6.6.6.6:7")});
      return forged;
    };
    for (const auto& victim : world.nodes) node.offer(victim->endpoint);
  }
  world.clock.run_for(10'000);
  std::uint64_t asked = 0;
  for (std::uint64_t i = 0; i < 60; ++i) {
    auto& from = *world.nodes[i % world.nodes.size()];
    const auto key = id_of(i);
    const auto found = world.closest(from, key, 8);
    for (const auto& node : found.nodes) truth.check(node);
    ASSERT_GE(found.nodes.size(), 3U);
    const auto true_nearest = world.nearest(key, 1, from).front();
    const bool has_it = std::ranges::any_of(found.nodes, [&](auto& node) { return node.id == true_nearest; });
    EXPECT_TRUE(has_it) << "lookup " << i;
  }
  for (const auto& node : hostile) asked += node->asked;
  EXPECT_GT(asked, 100U) << "the hostile nodes were hardly asked, so this test shows nothing";
  truth.check_tables();
}

TEST(Trust, ContactsAtAddressesWhereNoNodeCanLiveAreNotTried) {
  World world;
  world.grow(2);
  HostileNode hostile(world.network, "6.0.0.1:12476", 900);
  hostile.referrals = [](const Id& key) {
    std::vector<Contact> contacts;
    std::uint64_t number = 0;
    for (const auto* text : {"127.0.0.1:80", "10.0.0.1:80", "192.168.1.1:53", "224.0.0.1:80", "0.0.0.0:80",
                             "255.1.1.1:80", "8.8.8.8:0", "[::1]:80", "[ff02::1]:80", "[fe80::1]:80"})
      contacts.push_back({beside(key, number++), address(text)});
    return contacts;
  };
  hostile.offer(world.nodes[0]->endpoint);
  world.clock.run_for(5'000);
  bool strayed = false;
  world.network.tap = [&](const Datagram& datagram) {
    strayed = strayed || !(datagram.to.starts_with("5.") || datagram.to.starts_with("6.0."));
    return true;
  };
  const auto asked = hostile.asked;
  world.closest(*world.nodes[0], id_of(1));
  EXPECT_GT(hostile.asked, asked);
  EXPECT_FALSE(strayed);
  EXPECT_EQ(world.nodes[0]->routing.counters().bad_address, 10U);
}

TEST(Trust, ALookupEndsHoweverSlowAndEndlessTheReferrals) {
  World world;
  auto& node = world.add();
  node.join();
  std::vector<std::unique_ptr<HostileNode>> crowd;
  world.network.min_latency_us = world.network.max_latency_us = 100;
  for (std::uint64_t i = 0; i < 200; ++i) {
    crowd.push_back(std::make_unique<HostileNode>(world.network, "6." + std::to_string(i) + ".1.1:12476", 900 + i));
    crowd.back()->delay_us = 398'000;  // an unknown node gets 400 ms
    // Everybody names the twelve that are a little nearer than himself, so each answer looks like progress.
    crowd.back()->referrals = [&crowd, i](const Id& key) {
      std::map<Id, Contact> by_distance;
      for (const auto& other : crowd) by_distance[distance(key, other->contact().id)] = other->contact();
      const auto mine = by_distance.find(distance(key, crowd[i]->contact().id));
      std::vector<Contact> contacts;
      for (auto at = mine; at != by_distance.begin() && contacts.size() < 12;) contacts.push_back((--at)->second);
      return contacts;
    };
  }
  crowd.front()->offer(node.endpoint);
  world.clock.run_for(5 * 60'000);  // it looks around no more
  ASSERT_EQ(node.table_size() > 0, true);
  for (std::uint64_t i = 0; i < 20; ++i) {
    std::uint64_t hellos = 0;
    world.network.tap = [&](const Datagram& datagram) { return hellos += datagram.from == node.endpoint, true; };
    const auto found = world.closest(node, id_of(i), 16);
    EXPECT_LE(found.took_us, 10'000'000U);
    EXPECT_GT(found.took_us, 1'000'000U) << "nobody was slow, so this test shows nothing";
    EXPECT_LE(hellos, 48U * 3);  // 48 requests, each at most sent twice, and a confirming PING
    world.network.tap = {};
    world.clock.run_for(10'000);
  }
}

TEST(Trust, WhatWasRecordedAndDamagedIsDroppedAndCounted) {
  World world;
  world.grow(3);
  std::vector<Datagram> recorded;
  world.network.tap = [&](const Datagram& datagram) {
    recorded.push_back(datagram);
    return true;
  };
  auto& newcomer = world.add(world.nodes[0]->endpoint);
  newcomer.join();
  world.clock.run_for(10'000);
  world.network.tap = {};
  ASSERT_GT(recorded.size(), 20U);
  const auto sizes = [&] {
    std::vector<std::size_t> all;
    for (auto& node : world.nodes) all.push_back(node->table_size());
    return all;
  };
  const auto before = sizes();
  std::mt19937_64 random(7);
  for (const auto& datagram : recorded) {
    auto flipped = datagram, cut = datagram, longer = datagram, moved = datagram;
    flipped.payload[random() % flipped.payload.size()] ^= static_cast<std::uint8_t>(1 + random() % 255);
    cut.payload.resize(random() % cut.payload.size());
    longer.payload.resize(1300, 'A');
    moved.from = "6.6.6.6:666";
    for (const auto& bad : {datagram, flipped, cut, longer, moved}) world.network.send(bad);
    world.clock.run_for(1'000);
  }
  EXPECT_EQ(sizes(), before);
  for (auto& node : world.nodes) {
    const auto counters = node->routing.counters();
    EXPECT_GT(counters.malformed, 0U);
    EXPECT_GT(counters.unexpected + counters.unknown_session + counters.bad_proof, 0U);
  }
  Truth(world).check_tables();
  EXPECT_TRUE(world.locate(*world.nodes[1], newcomer.id()).status.ok());
}

TEST(Trust, ABootstrapNodeThatForgesWhereItsAnswersComeFromIsNotBelieved) {
  World world;
  HostileNode hostile(world.network, "6.0.0.1:12476", 900);
  auto& node = world.add("6.0.0.1:12476");
  world.network.tap = [](Datagram& datagram) {
    if (datagram.from == "6.0.0.1:12476") datagram.from = "6.6.6.6:666";  // a victim who never heard of it
    return true;
  };
  node.join();
  world.clock.run_for(20'000);
  EXPECT_GT(hostile.asked, 0U);
  EXPECT_EQ(node.table_size(), 0U);
  world.network.tap = {};
  world.clock.run_for(120'000);
  EXPECT_EQ(node.table_size(), 1U);
}

TEST(Trust, ASessionThatWasSilentForLongIsForgotten) {
  World world;
  world.grow(1);
  const auto& where = world.nodes[0]->endpoint;
  HostileNode guest(world.network, "6.0.0.1:12476", 900);
  guest.offer(where);
  world.clock.run_for(12 * 3'600'000);
  guest.ping(where, guest.contact().id);
  world.clock.run_for(14 * 3'600'000);
  guest.ping(where, guest.contact().id);
  world.clock.run_for(1'000);
  EXPECT_EQ(guest.answers, (std::vector{Kind::pong, Kind::pong, Kind::retry}));
}

TEST(Trust, WhoOffersManyIdsAtOneAddressIsGreetedOnceAndKeepsNobodyOut) {
  World world;
  world.grow(1);
  const auto& where = world.nodes[0]->endpoint;
  HostileNode hostile(world.network, "6.0.0.1:12476", 900);
  hostile.offer(where);
  world.clock.run_for(2'000);
  const auto before = hostile.asked;
  for (std::uint64_t i = 0; i < 1'500; ++i) {
    hostile.ping(where, id_of(i));
    world.clock.run_for(25);
  }
  EXPECT_LE(hostile.asked - before, 4U) << "forty seconds: two tries at one greeting";
  auto& newcomer = world.start({.endpoint = "5.9.9.1:12476", .bootstrap = where, .seed = 77});
  newcomer.join();
  world.clock.run_for(5'000);
  EXPECT_TRUE(world.locate(*world.nodes[0], newcomer.id()).status.ok());
}

TEST(Trust, AnAnswerFromSomebodyElseDoesNotCount) {
  World world;
  world.grow(2);
  auto& node = *world.nodes[0];
  world.let_age(node, world.nodes[1]->id());
  // Every answer to the node arrives from another source.
  world.network.tap = [&](Datagram& datagram) {
    if (datagram.to == node.endpoint) datagram.from = "6.6.6.6:666";
    return true;
  };
  EXPECT_FALSE(world.locate(node, world.nodes[1]->id()).status.ok());
  EXPECT_GT(node.routing.counters().unexpected, 0U);
}

}  // namespace
}  // namespace p2pchat::test
