// SPDX-License-Identifier: MIT
#include "pool_world.hpp"

namespace p2pchat::test {
namespace {

using Fate = MemoryNetworkRules::Fate;
using Lines = PoolWorld::Lines;

class HostilePeersTest : public ::testing::Test, protected PoolWorld {
 protected:
  /// A bare transport of a stranger.
  std::unique_ptr<MemoryTransport> stranger(int number) {
    auto transport = std::make_unique<MemoryTransport>(network, b->node, "10.0.9." + std::to_string(number) + ":1");
    std::string bound;
    sdk::OutTo out(bound);
    EXPECT_TRUE(transport->listen("", out).ok());
    transport->on_closed([this](sdk::str, const sdk::Status&) { ++closed; });
    transport->on_frame([this](sdk::str, sdk::bytes) { ++answered; });
    return transport;
  }
  /// A first handshake message for a node.
  std::vector<std::uint8_t> hello_for(const PoolNode& node) {
    std::unique_ptr<sdk::Session, Destroy> session(b->person.key->session(sdk::Role::initiator, node.id()));
    std::vector<std::uint8_t> first;
    sdk::OutTo out(first);
    EXPECT_TRUE(session->step({}, out).ok());
    return first;
  }
  int closed = 0, answered = 0;
};

TEST_F(HostilePeersTest, GarbageInsteadOfAHandshakeClosesTheConnection) {
  auto mallory = stranger(1);
  mallory->send(a->endpoint, sdk::bytes::of("GET / HTTP/1.1"), {});
  clock.run_for(100);
  EXPECT_EQ(closed, 1);
  EXPECT_EQ(answered, 0);
}

TEST_F(HostilePeersTest, AnOversizedHandshakeMessageClosesTheConnection) {
  auto mallory = stranger(1);
  mallory->send(a->endpoint, std::vector<std::uint8_t>(16 * 1024 + 1), {});
  clock.run_for(100);
  EXPECT_EQ(closed, 1);
}

TEST_F(HostilePeersTest, AHelloForAnotherIdIsNotAnswered) {
  PoolNode c(clock, network, directory, 220);
  auto mallory = stranger(1);
  mallory->send(a->endpoint, hello_for(c), {});
  clock.run_for(100);
  EXPECT_EQ(answered, 0);
  EXPECT_EQ(closed, 1);
}

TEST_F(HostilePeersTest, AFloodBehindAHelloIsBounded) {
  auto mallory = stranger(1);
  mallory->send(a->endpoint, hello_for(*a), {});
  for (int i = 0; i < 8; ++i) mallory->send(a->endpoint, std::vector<std::uint8_t>(15 * 1024), {});
  clock.run_for(100);
  EXPECT_EQ(closed, 1);
}

TEST_F(HostilePeersTest, AHalfOpenHandshakeIsForgottenAfterTenSeconds) {
  auto mallory = stranger(1);
  mallory->send(a->endpoint, hello_for(*a), {});
  clock.run_for(9'900);
  EXPECT_EQ(answered, 1);
  EXPECT_EQ(closed, 0);
  clock.run_for(200);
  EXPECT_EQ(closed, 1);
}

TEST_F(HostilePeersTest, OneAddressMayBeginFiveHandshakesAtOnceAndTwentyASecond) {
  std::vector<std::unique_ptr<MemoryTransport>> crowd;
  auto hello = hello_for(*a);
  auto burst = [&](int count) {
    answered = 0;
    for (int i = 0; i < count; ++i) {
      crowd.push_back(std::make_unique<MemoryTransport>(network, b->node));  // each from 192.0.2.1
      crowd.back()->on_frame([this](sdk::str, sdk::bytes) { ++answered; });
      crowd.back()->send(a->endpoint, hello, {});
    }
    clock.run_for(20);
    return answered;
  };
  EXPECT_EQ(burst(30), 5);
  EXPECT_LE(burst(30), 1);
  clock.run_for(1'000);
  EXPECT_EQ(burst(30), 5);
  auto elsewhere = stranger(7);
  answered = 0;
  elsewhere->send(a->endpoint, hello, {});
  clock.run_for(20);
  EXPECT_EQ(answered, 1);
}

TEST_F(HostilePeersTest, AtMost256HandshakesAreHalfOpen) {
  std::vector<std::unique_ptr<MemoryTransport>> crowd;
  const auto hello = hello_for(*a);
  for (int i = 0; i < 300; ++i) {
    crowd.push_back(stranger(i % 250 + 1 + i / 250 * 1000));
    crowd.back()->send(a->endpoint, hello, {});
  }
  clock.run_for(1'000);
  EXPECT_EQ(answered, 256);
  b->send(*a, "the door is shut for now");
  clock.run_for(1'000);
  EXPECT_FALSE(b->last.ok());
  clock.run_for(10'000);
  b->send(*a, "and open again");
  clock.run_for(1'000);
  EXPECT_EQ(a->heard, Lines{"and open again"});
}

TEST_F(HostilePeersTest, EachFlippedBitOfAHandshakeFailsItAndIsAnsweredOnce) {
  for (int victim = 0; victim < 4; ++victim)
    for (std::size_t at = 0; at < 99; at += 7) {
      PoolWorld world(4);
      int frame = 0;
      world.network.rules.carry = [&](auto&, auto&, std::vector<std::uint8_t>& octets) {
        if (frame++ == victim) octets[at % octets.size()] ^= 4;
        return Fate::deliver;
      };
      world.a->send(*world.b, "hello");
      world.clock.run_for(30'000);
      ASSERT_EQ(world.a->answers.size(), 1u);
      ASSERT_FALSE(world.a->last.ok()) << victim << " " << at;
      ASSERT_EQ(world.b->heard, Lines());
      ASSERT_EQ(world.a->peers(), 0u);
    }
}

TEST_F(HostilePeersTest, ARecordThatIsReplayedAlteredOrDroppedEndsTheSession) {
  for (int attack = 0; attack < 2; ++attack) {
    PoolWorld world(5);
    std::vector<std::uint8_t> earlier;
    world.network.rules.carry = [&](auto&, auto& to, std::vector<std::uint8_t>& octets) {
      if (to != world.b->endpoint || octets.size() < 16 || world.b->onlines == 0) return Fate::deliver;
      if (earlier.empty())
        earlier = octets;
      else if (attack == 0)
        octets = earlier;
      else
        octets.back() ^= 1;
      return Fate::deliver;
    };
    world.a->send(*world.b, "one");
    world.clock.run_for(100);
    world.a->send(*world.b, "two");
    world.clock.run_for(100);
    EXPECT_EQ(world.b->heard, Lines{"one"});
    EXPECT_EQ(world.b->offlines, 1);
    EXPECT_EQ(world.a->offlines, 1);
  }
}

TEST_F(HostilePeersTest, AProvenPeerWhoSendsWhatIsNotLinesLosesTheSession) {
  for (std::string_view plain : {"no newline", "\n", "a\n\nb\n", ""}) {
    PoolWorld world(6);
    auto& mallory = *world.b;
    mallory.pool.reset();
    std::unique_ptr<sdk::Session, Destroy> session(mallory.person.key->session(sdk::Role::initiator, world.a->id()));
    auto say = [&](sdk::bytes in) {
      std::vector<std::uint8_t> out_bytes;
      sdk::OutTo out(out_bytes);
      ASSERT_TRUE(session->step(in, out).ok());
      if (!out_bytes.empty()) mallory.transport.send(world.a->endpoint, out_bytes, {});
    };
    mallory.transport.on_frame([&](sdk::str, sdk::bytes frame) {
      if (!session->established()) say(frame);
      if (!session->established()) return;
      std::vector<std::uint8_t> record;
      sdk::OutTo out(record);
      ASSERT_TRUE(session->seal(sdk::bytes::of(plain), out).ok());
      mallory.transport.send(world.a->endpoint, record, {});
    });
    say({});
    world.clock.run_for(1'000);
    EXPECT_EQ(world.a->onlines, 1) << plain;
    EXPECT_EQ(world.a->offlines, plain.empty() ? 0 : 1) << plain;
    EXPECT_EQ(world.a->heard, Lines()) << plain;
  }
}

}  // namespace
}  // namespace p2pchat::test
