// SPDX-License-Identifier: MIT
#include "transport_world.hpp"

namespace p2pchat::test {
namespace {

TEST_P(Addresses, OfIpv6CarryFrames) {
  auto& a = node("[::1]:0");
  auto& b = node("[::1]:0");
  const auto name = meet(a, b);
  EXPECT_TRUE(name.starts_with("[::1]:")) << name;
  EXPECT_TRUE(send(b, name, "answer").ok());
  EXPECT_TRUE(world->until([&] { return a.frames.size() == 1 && a.frames[0].first == b.endpoint; }));
}

TEST_P(Addresses, OfIpv6CarryDatagrams) {
  auto& a = node("[::1]:0");
  auto& b = node("[::1]:0");
  world->call([&] { a.transport->send_datagram(b.endpoint, sdk::bytes::of("ping")); });
  ASSERT_TRUE(world->until([&] { return b.datagrams.size() == 1; }));
  EXPECT_EQ(b.datagrams[0].first, a.endpoint);
}

}  // namespace
}  // namespace p2pchat::test
