// SPDX-License-Identifier: MIT
#include "transport_world.hpp"

namespace p2pchat::test {
namespace {

TEST_P(Datagrams, ComeFromTheEndpointTheirSenderListensOn) {
  auto& a = node();
  auto& b = node();
  world->call([&] { a.transport->send_datagram(b.endpoint, sdk::bytes::of("ping")); });
  ASSERT_TRUE(world->until([&] { return b.datagrams.size() == 1; }));
  EXPECT_EQ(b.datagrams[0], std::pair(a.endpoint, std::string("ping")));
  world->call([&] { b.transport->send_datagram(b.datagrams[0].first, sdk::bytes::of("pong")); });
  ASSERT_TRUE(world->until([&] { return a.datagrams.size() == 1; }));
  EXPECT_EQ(a.datagrams[0], std::pair(b.endpoint, std::string("pong")));
}

TEST_P(Datagrams, HoldTwelveHundredBytesAndNoMore) {
  auto& a = node();
  auto& b = node();
  world->call([&] {
    a.transport->send_datagram(b.endpoint, sdk::bytes::of(std::string(1'201, 'x')));
    a.transport->send_datagram(b.endpoint, sdk::bytes::of(std::string(1'200, 'y')));
  });
  ASSERT_TRUE(world->until([&] { return !b.datagrams.empty(); }));
  world->settle();
  ASSERT_EQ(b.datagrams.size(), 1u);
  EXPECT_EQ(b.datagrams[0].second, std::string(1'200, 'y'));
}

TEST_P(Datagrams, ToNobodyOrToNonsenseHarmNothing) {
  auto& a = node();
  auto& b = node();
  auto& gone = node();
  const auto nobody = gone.endpoint;
  world->end(*gone.transport);
  world->call([&] {
    a.transport->send_datagram(nobody, sdk::bytes::of("hello?"));
    a.transport->send_datagram("nonsense", sdk::bytes::of("hello?"));
    a.transport->send_datagram("", {});
  });
  world->settle();
  world->call([&] { a.transport->send_datagram(b.endpoint, sdk::bytes::of("fine")); });
  EXPECT_TRUE(world->until([&] { return b.datagrams.size() == 1; }));
}

TEST_P(Datagrams, ShareThePortWithFrames) {
  auto& a = node();
  auto& b = node();
  meet(a, b);
  world->call([&] { a.transport->send_datagram(b.endpoint, sdk::bytes::of("ping")); });
  EXPECT_TRUE(world->until([&] { return b.datagrams.size() == 1 && b.frames.size() == 1; }));
}

}  // namespace
}  // namespace p2pchat::test
