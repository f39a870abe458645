// SPDX-License-Identifier: MIT
#include "plain_socket.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace p2pchat::test {
namespace {

/// Lets time pass in steps of the sweep until something holds.
bool in_time(SocketNode& node, std::uint64_t limit_ms, const std::function<bool()>& condition) {
  for (std::uint64_t passed = 0; passed < limit_ms; passed += 5'000) {
    node.loop.skip(5'000);
    bool holds = false;
    for (int turn = 0; turn < 3; ++turn) node.loop.call([&] { holds = condition(); });
    if (holds) return true;
  }
  return node.until(condition);
}

TEST(Time, EndsADialThatNobodyAnswers) {
  SocketNode node;
  auto listener = PlainSocket::listening(0);
  // Fills the backlog: what dials then gets no answer at all.
  std::vector<std::unique_ptr<SocketNode>> others;
  node.send(listener.endpoint(), "first");
  ASSERT_TRUE(node.until([&] { return node.answers[sdk::Errc::ok] == 1; }));
  for (int i = 0; i < 3; ++i) others.emplace_back(std::make_unique<SocketNode>())->send(listener.endpoint(), "more");
  SocketNode late;
  late.send(listener.endpoint(), "late");
  late.loop.skip(9'000);
  EXPECT_EQ(late.answered(sdk::Errc::timed_out), 0);
  late.loop.skip(1'100);
  EXPECT_TRUE(late.until([&] { return late.answers[sdk::Errc::timed_out] == 1; }));
  EXPECT_TRUE(late.closed.empty());
}

TEST(Time, EndsAStrangerWhoSaysNothing) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  const auto name = peer.endpoint();
  const auto talker = PlainSocket::dial(node.listen());
  EXPECT_TRUE(talker.send(framed("hello")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  ASSERT_TRUE(in_time(node, 60'000, [&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0], std::pair(name, sdk::Errc::timed_out));
  EXPECT_TRUE(peer.ended());
  EXPECT_TRUE(node.ask(talker.endpoint(), "you stay").ok());
}

TEST(Time, EndsAConnectionThatIsIdle) {
  SocketNode node, other;
  const auto endpoint = other.listen();
  EXPECT_TRUE(node.ask(endpoint, "hello").ok());
  ASSERT_TRUE(in_time(node, 1'000'000, [&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0], std::pair(endpoint, sdk::Errc::timed_out));
}

TEST(Time, EndsAReaderWhoStoppedAndFailsWhatWaited) {
  SocketNode node;
  auto listener = PlainSocket::listening();
  const auto endpoint = listener.endpoint();
  for (int i = 0; i < 500 && node.answered(sdk::Errc::busy) == 0; ++i) node.send(endpoint, std::string(200'000, 'x'));
  const auto peer = listener.accept();
  ASSERT_TRUE(in_time(node, 120'000, [&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0].second, sdk::Errc::timed_out);
  EXPECT_GT(node.answered(sdk::Errc::timed_out), 0);
}

TEST(Time, DropsAClosedConnectionThatTheOtherSideKeepsOpen) {
  SocketNode node;
  auto listener = PlainSocket::listening();
  EXPECT_TRUE(node.ask(listener.endpoint(), "bye").ok());
  const auto peer = listener.accept();
  node.close(listener.endpoint());
  EXPECT_EQ(peer.read(7).size(), 7u);
  EXPECT_EQ(peer.read(1).size(), 0u);
  // The node has said goodbye; it reads on for a while, then gives up, and what is sent now is answered by a reset.
  ASSERT_TRUE(in_time(node, 30'000, [&] { return !peer.send("x"); }));
}

}  // namespace
}  // namespace p2pchat::test
