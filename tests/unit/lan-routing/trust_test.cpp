// SPDX-License-Identifier: MIT
#include "lan_world.hpp"

#include <gtest/gtest.h>

#include <set>

namespace p2pchat::test {
namespace {

using lan_routing::Datagram;
using lan_routing::Greeting;
using lan_routing::Here;
using lan_routing::Octets;
using lan_routing::Proof;

/// Somebody on the network who answers as a test wants.
struct Stranger {
  explicit Stranger(LanWorld& in, std::string where = "192.168.1.200:12476") : world(in), endpoint(std::move(where)) {
    world.network.attach(endpoint, [this](const std::string& from, sdk::bytes payload) {
      received += payload.len;
      const auto read = lan_routing::read_datagram(payload);
      if (!read) return;
      if (const auto* greeting = std::get_if<Greeting>(&*read); greeting != nullptr && on_greeting)
        on_greeting(from, *greeting);
      if (const auto* proof = std::get_if<Proof>(&*read); proof != nullptr && on_proof) on_proof(from, *proof);
    });
  }
  Greeting greeting() {
    Octets secret, share;
    sdk::OutTo secret_out(secret), share_out(share);
    EXPECT_TRUE(crypto.ephemeral(secret_out, share_out).ok());
    return {.token = {1}, .share = share};
  }
  ~Stranger() { world.network.attach(endpoint, {}); }
  void send(const std::string& to, const Datagram& datagram) {
    const auto octets = lan_routing::to_octets(datagram);
    sent += octets.size();
    world.network.send({endpoint, to, octets});
  }
  LanWorld& world;
  const std::string endpoint;
  VirtualHost host{world.clock, 99};
  ContactCrypto crypto{host};
  std::function<void(const std::string&, const Greeting&)> on_greeting;
  std::function<void(const std::string&, const Proof&)> on_proof;
  std::size_t sent = 0, received = 0;
};

TEST(LanTrust, WhoProvesNothingIsNoNeighbour) {
  LanWorld world;
  world.grow(2);
  Stranger stranger(world);
  stranger.on_greeting = [&](const std::string& from, const Greeting& greeting) {
    stranger.send(from, Proof{.token = greeting.token, .delegation = Octets(572, 1)});
  };
  for (int i = 0; i < 20; ++i) {
    stranger.send(world.nodes[0]->endpoint, Here{.run = {1}});
    world.clock.run_for(1'000);
  }
  EXPECT_FALSE(world.nodes[0]->neighbours().contains(stranger.endpoint));
}

TEST(LanTrust, AProofThatWasMadeForSomebodyElseProvesNothing) {
  LanWorld world;
  world.grow(2);
  const auto& victim = *world.nodes[1];
  Stranger stranger(world);
  std::optional<Proof> seen;
  stranger.on_proof = [&](const std::string&, const Proof& proof) { seen = proof; };
  stranger.send(victim.endpoint, stranger.greeting());
  world.clock.run_for(100);
  ASSERT_TRUE(seen) << "whoever asks is answered";
  stranger.on_greeting = [&](const std::string& from, const Greeting& greeting) {
    auto replayed = *seen;
    replayed.token = greeting.token;
    stranger.send(from, replayed);
  };
  stranger.send(world.nodes[0]->endpoint, Here{.run = {1}});
  world.clock.run_for(5'000);
  EXPECT_FALSE(world.nodes[0]->neighbours().contains(stranger.endpoint));
  EXPECT_EQ(world.nodes[0]->neighbours().at(victim.endpoint), victim.id());
}

TEST(LanTrust, AnAnswerFromElsewhereDoesNotCount) {
  LanWorld world;
  world.grow(2);
  world.network.tap = [&](test::Datagram& datagram) {  // every proof of the second comes from another address
    const auto read = lan_routing::read_datagram(datagram.payload);
    if (datagram.from == LanWorld::endpoint(1) && read && std::holds_alternative<Proof>(*read))
      datagram.from = "192.168.1.99:12476";
    return true;
  };
  world.clock.run_for(120'000);
  EXPECT_TRUE(world.nodes[0]->neighbours().empty());
}

TEST(LanTrust, WhoeverProvedNothingGetsAtMostThreeTimesWhatItSent) {
  LanWorld world;
  world.grow(3);
  Stranger stranger(world);
  for (int i = 0; i < 50; ++i) {
    if (i % 2 == 0)
      stranger.send(LanWorld::endpoint(0), Here{.run = {1}, .sought = world.nodes[0]->id()});
    else
      stranger.send(LanWorld::endpoint(0), stranger.greeting());
    world.clock.run_for(700);
  }
  world.clock.run_for(10'000);
  EXPECT_GT(stranger.received, 0U);
  EXPECT_LE(stranger.received, 3 * stranger.sent);
}

TEST(LanTrust, ThePublicInternetGetsNoAnswer) {
  LanWorld world;
  world.grow(2);
  Stranger far(world, "5.6.7.8:12476");
  far.send(LanWorld::endpoint(0), Here{.run = {1}});
  far.send(LanWorld::endpoint(0), far.greeting());
  world.clock.run_for(5'000);
  EXPECT_EQ(far.received, 0U);
}

TEST(LanTrust, ManyMadeUpAddressesCostABoundedNumberOfGreetings) {
  LanWorld world;
  world.grow(2);
  std::set<std::string> greeted;
  world.network.tap = [&](test::Datagram& datagram) {
    if (datagram.to.starts_with("10.")) greeted.insert(datagram.to);
    return true;
  };
  for (int i = 0; i < 5'000; ++i)
    world.network.send({"10.0." + std::to_string(i / 250) + '.' + std::to_string(i % 250) + ":9", LanWorld::endpoint(0),
                        lan_routing::to_octets(Here{.run = {9}})});
  world.clock.run_for(1'000);
  EXPECT_LE(greeted.size(), lan_routing::Greeter::most_strangers);
  world.clock.run_for(5'000);
  EXPECT_TRUE(world.locate(*world.nodes[0], world.nodes[1]->id()).ok());
}

}  // namespace
}  // namespace p2pchat::test
