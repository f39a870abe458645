// SPDX-License-Identifier: MIT
#include "datagram_watch.hpp"
#include "plain_socket.hpp"
#include "relay/control.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

std::string opening() {
  const auto octets = socket_transport::to_octets({.word = socket_transport::Word::datagrams});
  return {octets.begin(), octets.end()};
}

TEST(DatagramStreams, CarryDatagramsBothWays) {
  SocketNode node;
  const auto stranger = PlainSocket::dial(node.listen());
  stranger.send(opening() + framed("one") + framed("two"));
  ASSERT_TRUE(node.until([&] { return node.datagrams.size() == 2; }));
  EXPECT_EQ(node.datagrams[0], std::pair(stranger.endpoint(), std::string("one")));
  EXPECT_EQ(node.datagrams[1].second, "two");
  node.loop.call([&] { node.transport().send_datagram(stranger.endpoint(), sdk::bytes::of("back")); });
  EXPECT_EQ(stranger.read(8), framed("back"));
  EXPECT_TRUE(node.frames.empty());
}

TEST(DatagramStreams, DropWhatIsLongerThanADatagram) {
  SocketNode node;
  const auto stranger = PlainSocket::dial(node.listen());
  stranger.send(opening() + framed(std::string(1'201, 'x')) + framed("short"));
  ASSERT_TRUE(node.until([&] { return !node.datagrams.empty(); }));
  EXPECT_EQ(node.datagrams[0].second, "short");
}

TEST(DatagramStreams, EndWithTheirConnection) {
  SocketNode node;
  auto stranger = PlainSocket::dial(node.listen());
  stranger.send(opening() + framed("one"));
  ASSERT_TRUE(node.until([&] { return node.datagrams.size() == 1; }));
  stranger.close();
  EXPECT_TRUE(node.until([&] { return node.closed.size() == 1; }));
}

TEST(DatagramWatch, SeesThatNothingComesBackAndThatSomethingDoes) {
  socket_transport::DatagramWatch watch;
  for (const std::uint64_t us : {0, 400'000, 1'200'000, 2'400'000}) watch.sent(us);
  EXPECT_FALSE(watch.is_blocked());
  watch.sent(2'600'000);
  EXPECT_TRUE(watch.is_blocked());
  watch.heard();
  EXPECT_FALSE(watch.is_blocked());
}

TEST(DatagramWatch, DoesNotJudgeByFewOrByWhatCameBefore) {
  socket_transport::DatagramWatch few, answered;
  for (const std::uint64_t us : {0, 5'000'000, 9'000'000}) few.sent(us);
  EXPECT_FALSE(few.is_blocked());
  for (const std::uint64_t us : {0, 1, 2, 3}) answered.sent(us);
  answered.heard();
  for (const std::uint64_t us : {9'000'000, 9'000'001, 9'000'002, 9'000'003}) answered.sent(us);
  EXPECT_FALSE(answered.is_blocked());
}

}  // namespace
}  // namespace p2pchat::test
