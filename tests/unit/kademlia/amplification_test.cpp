// SPDX-License-Identifier: MIT
#include "hostile_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace kademlia;

/// Somebody who sends whatever he likes and counts what comes back.
class Prober {
 public:
  Prober(World& world, std::string endpoint) : world_(world), endpoint_(std::move(endpoint)) {
    world_.network.attach(endpoint_, [this](const std::string&, sdk::bytes payload) {
      received += payload.len;
      answers.emplace_back(payload.text());
    });
  }
  ~Prober() { world_.network.attach(endpoint_, {}); }
  std::uint64_t sent = 0, received = 0;
  std::vector<std::string> answers;

  void send(const std::string& datagram) {
    const auto octets = sdk::bytes::of(datagram);
    sent += octets.len;
    world_.network.send({endpoint_, world_.nodes[0]->endpoint, {octets.ptr, octets.ptr + octets.len}});
  }
  Packet hello(std::uint64_t number) {
    Packet packet{.kind = Kind::hello, .share = std::vector<std::uint8_t>(8, 1)};
    for (std::size_t i = 0; i < packet.request.size(); ++i)
      packet.request[i] = static_cast<std::uint8_t>(number >> 8 * (i % 8));
    return packet;
  }

 private:
  World& world_;
  const std::string endpoint_;
};

class Amplification : public testing::TestWithParam<std::size_t> {};

TEST_P(Amplification, NobodyUnprovenReceivesMoreThanThreeTimesWhatHeSent) {
  World world;
  for (std::size_t i = 0; i < 30; ++i) {
    world.start({.bootstrap = i == 0 ? "" : world.nodes[0]->endpoint, .seed = i + 1, .delegation_size = GetParam()})
        .join();
    world.clock.run_for(100);
  }
  world.clock.run_for(20'000);
  double worst = 0;
  for (std::uint64_t i = 0; i < 200; ++i) {
    Prober prober(world, "7." + std::to_string(i) + ".1.1:1000");
    auto hello = prober.hello(i);
    if (i % 2) hello.target = id_of(i);
    if (i % 3) hello.sender = id_of(i + 1);
    auto text = text_of(hello);
    if (i % 4 == 3)
      text = text.substr(0, text.find(",\"z\"")).append(i % 8 == 3 ? "" : ",\"z\":\"0123456789\"");  // hardly padded
    for (std::uint64_t repeat = 0; repeat < 1 + i % 3; ++repeat) prober.send(to_datagram(text, {}));
    prober.send(to_datagram(text_of({.kind = Kind::ping, .request = hello.request, .session = Token{}}), view(Tag{})));
    world.clock.run_for(5'000);
    worst = std::max(worst, double(prober.received) / double(prober.sent));
    EXPECT_LE(prober.received, 3 * prober.sent) << i;
  }
  std::cout << "delegation of " << GetParam() << " bytes: at most " << worst << " times\n";
  EXPECT_GT(worst, 1.0) << "hardly anything was answered, so this test shows nothing";
}

INSTANTIATE_TEST_SUITE_P(KeySizes, Amplification, testing::Values(572, 828, 1084));

TEST(Flood, GreetingsOverTheLimitAreAnsweredWithACookieAndThoseWhoBringItBackAreServed) {
  World world;
  world.grow(2);
  Prober prober(world, "7.1.1.1:1000");
  wire::JsonParser parser;
  for (std::uint64_t i = 0; i < 60; ++i) prober.send(to_datagram(text_of(prober.hello(i)), {}));
  world.clock.run_for(500);
  std::size_t welcomes = 0;
  std::optional<Packet> retry;
  for (const auto& answer : std::exchange(prober.answers, {})) {
    const auto received = from_datagram(parser, sdk::bytes::of(answer));
    ASSERT_TRUE(received);
    welcomes += received->packet.kind == Kind::welcome;
    if (received->packet.kind == Kind::retry) retry = received->packet;
  }
  EXPECT_LE(welcomes, 25U);  // twenty a second and network
  ASSERT_TRUE(retry);
  auto again = prober.hello(0);
  again.request = retry->request;
  again.cookie = retry->cookie;
  prober.send(to_datagram(text_of(again), {}));
  world.clock.run_for(200);
  ASSERT_EQ(prober.answers.size(), 1U);
  EXPECT_EQ(from_datagram(parser, sdk::bytes::of(prober.answers.front()))->packet.kind, Kind::welcome);
  again.cookie[3] ^= 1;
  for (std::uint64_t i = 0; i < 30; ++i) prober.send(to_datagram(text_of(prober.hello(100 + i)), {}));
  prober.send(to_datagram(text_of(again), {}));
  world.clock.run_for(200);
  EXPECT_EQ(from_datagram(parser, sdk::bytes::of(prober.answers.back()))->packet.kind, Kind::retry);
}

TEST(Flood, AFloodFromEverywhereIsBoundedAndTheNodeStillServes) {
  World world;
  world.grow(20);
  auto& node = *world.nodes[0];
  const auto before = node.routing.counters();
  Prober prober(world, "7.1.1.1:1000");
  const auto start_us = world.clock.now_us();
  for (std::uint64_t i = 0; i < 20'000; ++i) {
    const auto datagram = to_datagram(text_of(prober.hello(i)), {});
    const auto octets = sdk::bytes::of(datagram);
    world.network.send({"8." + std::to_string(i / 250 % 250) + '.' + std::to_string(i % 250) + ".1:1",
                        node.endpoint,
                        {octets.ptr, octets.ptr + octets.len}});
    if (i % 10 == 9) world.clock.run_for(1);
  }
  const auto seconds = double(world.clock.now_us() - start_us) / 1e6 + 1;
  const auto answered = node.routing.counters().sent - before.sent;
  EXPECT_LE(double(answered), 1000 * seconds);  // 500 greetings and 500 cookies a second
  EXPECT_GT(node.routing.counters().limited, 15'000U);
  EXPECT_TRUE(world.locate(*world.nodes[1], node.id()).status.ok());
  EXPECT_EQ(world.closest(node, id_of(1)).nodes.size(), 3U);
}

}  // namespace
}  // namespace p2pchat::test
