// SPDX-License-Identifier: MIT
#include "plain_socket.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>
#include <sys/socket.h>

#include <future>

namespace p2pchat::test {
namespace {

TEST(Streams, TravelAsLengthAndFrame) {
  SocketNode node;
  auto listener = PlainSocket::listening();
  node.send(listener.endpoint(), "hello");
  const auto peer = listener.accept();
  EXPECT_EQ(peer.read(9), std::string("\0\0\0\5hello", 9));
  EXPECT_TRUE(peer.send(framed("answer")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  EXPECT_EQ(node.frames[0], std::pair(listener.endpoint(), std::string("answer")));
}

TEST(Streams, AreCutIntoFramesHoweverTheyArrive) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  for (const char octet : framed("drop by drop")) EXPECT_TRUE(peer.send({&octet, 1}));
  std::string many;
  for (int i = 0; i < 5'000; ++i) many += framed(std::to_string(i));
  EXPECT_TRUE(peer.send(many));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 5'001; }));
  EXPECT_EQ(node.frames[0], std::pair(peer.endpoint(), std::string("drop by drop")));
  EXPECT_EQ(node.frames[5'000].second, "4999");
}

TEST(Streams, ThatAnnounceTooMuchEndBeforeAnythingIsAllocated) {
  SocketNode node(SocketNode::Settings{{"max_frame", "1024"}});
  const auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send(framed(std::string(1'024, 'x')) + std::string("\0\0\4\1", 4)));
  EXPECT_TRUE(peer.ended());
  ASSERT_TRUE(node.until([&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0], std::pair(peer.endpoint(), sdk::Errc::malformed));
  EXPECT_EQ(node.frames.size(), 1u);
}

TEST(Streams, OfGarbageEnd) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send("GET / HTTP/1.1\r\nHost: example.org\r\n\r\n"));
  EXPECT_TRUE(peer.ended());
  ASSERT_TRUE(node.until([&] { return node.closed.size() == 1; }));
  EXPECT_TRUE(node.frames.empty());
}

TEST(Streams, ThatEndInsideAFrameGiveNoPartOfIt) {
  SocketNode node;
  auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send(framed("whole") + framed("part").substr(0, 6)));
  peer.close();
  ASSERT_TRUE(node.until([&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0].second, sdk::Errc::io);
  ASSERT_EQ(node.frames.size(), 1u);
  EXPECT_EQ(node.frames[0].second, "whole");
}

TEST(Streams, ThatAreResetAreHeardOf) {
  SocketNode node;
  auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send(framed("hello")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  peer.reset();
  ASSERT_TRUE(node.until([&] { return node.closed.size() == 1; }));
  EXPECT_EQ(node.closed[0].second, sdk::Errc::io);
}

TEST(Streams, DeliverWhatCameBeforeAFailedWrite) {
  SocketNode node;
  auto listener = PlainSocket::listening();
  node.send(listener.endpoint(), "hello");
  {
    const auto peer = listener.accept();
    peer.read(9);
    EXPECT_TRUE(peer.send(framed("last words")));
  }
  // Whether the node writes before or after it reads the end, the words must arrive, then the end.
  node.send(listener.endpoint(), "into the void");
  ASSERT_TRUE(node.until([&] { return node.closed.size() == 1; }));
  ASSERT_EQ(node.frames.size(), 1u);
  EXPECT_EQ(node.frames[0].second, "last words");
}

TEST(Streams, ToASlowReaderAreBusyInsteadOfGrowing) {
  SocketNode node(SocketNode::Settings{{"queue_limit", "1048576"}});
  auto listener = PlainSocket::listening();
  const std::string frame(65'536, 'x');
  const auto endpoint = listener.endpoint();
  node.send(endpoint, frame);
  const auto peer = listener.accept();
  int sent = 1;
  // More than the system's own buffers on both sides and the queue together can hold.
  for (; sent < 1'000 && node.answered(sdk::Errc::busy) == 0; ++sent) node.send(endpoint, frame);
  EXPECT_LT(sent, 1'000);
  const auto accepted = static_cast<std::size_t>(sent - node.answered(sdk::Errc::busy));
  std::size_t got = 0;
  while (got < accepted && peer.read(frame.size() + 4).size() == frame.size() + 4) ++got;
  EXPECT_EQ(got, accepted);
  EXPECT_TRUE(node.until([&] { return node.answers[sdk::Errc::ok] == static_cast<int>(accepted); }));
  EXPECT_TRUE(node.ask(endpoint, "again").ok());
}

TEST(Streams, ThatTheLoopCannotFollowWaitInTheSenderNotInMemory) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  timeval soon{0, 300'000};
  setsockopt(peer.get(), SOL_SOCKET, SO_SNDTIMEO, &soon, sizeof soon);
  std::promise<void> go_on;
  node.loop.post([waiting = go_on.get_future()] { waiting.wait(); });
  const auto frame = framed(std::string(100'000, 'x'));
  std::size_t sent = 0;
  while (sent < 1'000 && peer.send(frame)) ++sent;
  EXPECT_LT(sent, 1'000u);  // 100 MB would be a node that reads on
  go_on.set_value();
  EXPECT_TRUE(node.until([&] { return node.frames.size() == sent; }));
}

TEST(Streams, ThatCloseWithUnreadOctetsStillDeliverTheirTail) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send(framed("hello")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  for (int i = 0; i < 20; ++i) node.send(peer.endpoint(), std::string(50'000, 'y'));
  node.close(peer.endpoint());
  // The peer goes on talking to a node that no longer listens, and only then reads.
  for (int i = 0; i < 50; ++i) EXPECT_TRUE(peer.send(framed(std::string(1'000, 'x'))));
  EXPECT_EQ(peer.read(20 * 50'004).size(), 20u * 50'004);
  EXPECT_EQ(peer.read(1).size(), 0u);
  EXPECT_EQ(node.frames.size(), 1u);
}

TEST(Streams, CanBeDialledByName) {
  SocketNode node, other;
  const auto endpoint = other.listen();
  const auto name = "localhost" + endpoint.substr(endpoint.rfind(':'));
  EXPECT_TRUE(node.ask(name, "by name").ok());
  ASSERT_TRUE(other.until([&] { return other.frames.size() == 1; }));
  EXPECT_TRUE(other.ask(other.frames[0].first, "answer").ok());
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  EXPECT_EQ(node.frames[0].first, name);  // what the caller called it
  EXPECT_EQ(node.ask("does-not-exist.invalid:1", "x").code, sdk::Errc::io);
}

TEST(Streams, HaveOneConnectionHoweverTheirEndpointIsWritten) {
  SocketNode node, other;
  const auto endpoint = other.listen("[::1]:0");
  const auto port = endpoint.substr(endpoint.rfind(':'));
  EXPECT_TRUE(node.ask("[::1]" + port, "one").ok());
  EXPECT_TRUE(node.ask("[0:0:0:0:0:0:0:1]" + port, "two").ok());
  ASSERT_TRUE(other.until([&] { return other.frames.size() == 2; }));
  EXPECT_EQ(other.frames[0].first, other.frames[1].first);
}

}  // namespace
}  // namespace p2pchat::test
