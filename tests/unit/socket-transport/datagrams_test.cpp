// SPDX-License-Identifier: MIT
#include "datagrams.hpp"

#include "plain_socket.hpp"
#include "socket_address.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

void send(SocketNode& node, const std::string& to, const std::string& payload) {
  node.loop.call([&] { node.transport().send_datagram(to, sdk::bytes::of(payload)); });
}

void send(const PlainSocket& from, const std::string& to, std::size_t size) {
  const socket_transport::SocketAddress address(*socket_transport::parse_endpoint(to));
  const std::string payload(size, 'x');
  EXPECT_GE(sendto(from.get(), payload.data(), payload.size(), 0, address.get(), address.size), 0);
}

bool was_logged(SocketNode& node, std::string_view words) {
  return std::ranges::any_of(node.host.log_lines(), [&](const auto& line) { return line.find(words) != line.npos; });
}

TEST(Datagrams, ToAPortWhereNobodyListensAreReportedUnreachable) {
  SocketNode node;
  node.listen();
  auto socket = PlainSocket::datagrams();
  const auto nobody = socket.endpoint();
  socket.close();
  send(node, nobody, "hello?");
  ASSERT_TRUE(node.until([&] { return !node.unreachable.empty(); }));
  EXPECT_EQ(node.unreachable[0], nobody);
}

TEST(Datagrams, ToNobodyOverIpv6AreReportedToo) {
  SocketNode node, gone;
  node.listen("[::1]:0");
  const auto nobody = gone.listen("[::1]:0");
  gone.stop();
  send(node, nobody, "hello?");
  ASSERT_TRUE(node.until([&] { return !node.unreachable.empty(); }));
  EXPECT_EQ(node.unreachable[0], nobody);
}

TEST(Datagrams, AfterAReportStillArrive) {
  SocketNode node, other;
  node.listen();
  const auto endpoint = other.listen();
  auto socket = PlainSocket::datagrams();
  const auto nobody = socket.endpoint();
  socket.close();
  for (std::size_t i = 0; i < 20; ++i) {
    send(node, nobody, "hello?");
    ASSERT_TRUE(other.until([&] {  // one may be lost: it is best effort
      send(node, endpoint, "fine");
      return other.datagrams.size() > i;
    }));
  }
}

TEST(Datagrams, OverTheLimitAreDroppedAndLogged) {
  SocketNode node, other;
  node.listen();
  const auto endpoint = other.listen();
  send(node, endpoint, std::string(1'201, 'x'));
  EXPECT_TRUE(was_logged(node, "1201 bytes"));
  send(node, endpoint, "fits");
  ASSERT_TRUE(other.until([&] { return other.datagrams.size() == 1; }));
  EXPECT_EQ(other.datagrams[0].second, "fits");
}

TEST(Datagrams, OverTheLimitOfStrangersAreNotHeard) {
  SocketNode node;
  const auto endpoint = node.listen();
  const auto stranger = PlainSocket::datagrams();
  for (std::size_t size : {1'201u, 60'000u, 1'200u, 0u}) send(stranger, endpoint, size);
  ASSERT_TRUE(node.until([&] { return node.datagrams.size() == 2; }));
  EXPECT_EQ(node.datagrams[0].second.size(), 1'200u);
  EXPECT_EQ(node.datagrams[1].second.size(), 0u);
}

TEST(Datagrams, InAFloodAreTakenInBatches) {
  SocketNode node;
  const auto endpoint = node.listen();
  const auto stranger = PlainSocket::datagrams();
  for (int i = 0; i < 200; ++i) send(stranger, endpoint, 100);
  EXPECT_TRUE(node.until([&] { return node.datagrams.size() == 200; }));
}

TEST(Datagrams, CanBeSentToAName) {
  SocketNode node, other;
  node.listen();
  const auto endpoint = other.listen();
  send(node, "localhost" + endpoint.substr(endpoint.rfind(':')), "by name");
  EXPECT_TRUE(other.until([&] { return other.datagrams.size() == 1; }));
  send(node, "does-not-exist.invalid:1", "nowhere");
  EXPECT_TRUE(node.until([&] { return was_logged(node, "does-not-exist.invalid"); }));
}

TEST(Datagrams, AreDroppedWhereTheNodeDoesNotListenInThatFamily) {
  SocketNode node, other;
  node.listen("127.0.0.1:0");
  const auto endpoint = other.listen("[::1]:0");
  send(node, endpoint, "lost");
  const auto both = other.listen("127.0.0.1:0");
  send(node, both, "arrives");
  ASSERT_TRUE(other.until([&] { return !other.datagrams.empty(); }));
  EXPECT_EQ(other.datagrams[0].second, "arrives");
}

}  // namespace
}  // namespace p2pchat::test
