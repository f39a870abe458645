// SPDX-License-Identifier: MIT
#include "groups.hpp"

#include "socket_node.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

constexpr char group[] = "239.255.80.68:12479";

void tell(SocketNode& node, const std::string& to, const std::string& payload) {
  node.loop.call([&] { node.transport().send_datagram(to, sdk::bytes::of(payload)); });
}

TEST(Groups, AreMulticastAddressesOnly) {
  for (const auto* text : {"224.0.0.1:1", "239.255.255.255:1", "[ff02::1]:1"})
    EXPECT_TRUE(socket_transport::is_group(*socket_transport::parse_endpoint(text))) << text;
  for (const auto* text : {"223.255.255.255:1", "240.0.0.1:1", "127.0.0.1:1", "[fe80::1]:1", "[::1]:1"})
    EXPECT_FALSE(socket_transport::is_group(*socket_transport::parse_endpoint(text))) << text;
}

TEST(Groups, AnAddressBelongsToOneNetworkAndNoAddressToAll) {
  const auto loopback = socket_transport::networks_of(*socket_transport::parse_endpoint("127.0.0.1:5"));
  ASSERT_EQ(loopback.size(), 1U);
  EXPECT_TRUE(socket_transport::is_loopback(loopback[0].address));
  const auto all = socket_transport::networks_of(*socket_transport::parse_endpoint("0.0.0.0:5"));
  const auto is_loopback = [](const auto& network) { return socket_transport::is_loopback(network.address); };
  EXPECT_TRUE(std::ranges::any_of(all, is_loopback));
}

TEST(Groups, WhoSendsToOneHearsItFromThenOnAndSeesWhomToAnswer) {
  SocketNode one, two;
  const auto first = one.listen(), second = two.listen();
  tell(two, group, "I am here");
  ASSERT_TRUE(two.until([&] { return !two.datagrams.empty(); })) << "what I tell a group I hear myself";
  EXPECT_TRUE(one.datagrams.empty()) << "whoever has not joined hears nothing";
  tell(one, group, "I am here too");
  ASSERT_TRUE(two.until([&] { return two.datagrams.size() == 2; }));
  EXPECT_EQ(two.datagrams[1], std::pair(first, std::string("I am here too")));
  tell(two, two.datagrams[1].first, "welcome");
  // Two sockets, two queues: an answer may be read before what one told the group.
  ASSERT_TRUE(one.until([&] { return one.datagrams.size() == 2; }));
  EXPECT_EQ(std::ranges::count(one.datagrams, std::pair(second, std::string("welcome"))), 1);
  EXPECT_EQ(std::ranges::count(one.datagrams, std::pair(first, std::string("I am here too"))), 1);
}

TEST(Groups, OfIpv6AreNotSentToAndSaidSo) {
  SocketNode node;
  node.listen("[::1]:0");
  tell(node, "[ff02::1]:12479", "anybody?");
  const auto says = [&] {
    return std::ranges::any_of(node.host.log_lines(),
                               [](const auto& line) { return line.find("cannot hear the group") != line.npos; });
  };
  EXPECT_TRUE(node.until(says));
}

}  // namespace
}  // namespace p2pchat::test
