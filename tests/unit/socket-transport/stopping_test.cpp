// SPDX-License-Identifier: MIT
#include "plain_socket.hpp"
#include "socket_node.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

TEST(Stopping, AnswersEverythingThatWaitsExactlyOnce) {
  SocketNode node;
  auto listener = PlainSocket::listening(0);
  auto nobody = PlainSocket::listening();
  const auto refused = nobody.endpoint();
  nobody.close();
  node.loop.call([&] {
    const auto count = [&](const sdk::Status& status) { ++node.answers[status.code]; };
    for (int i = 0; i < 30; ++i) {
      node.transport().send(listener.endpoint(), sdk::bytes::of(std::string(100'000, 'x')), count);
      node.transport().send(refused, sdk::bytes::of("x"), count);
      node.transport().send("does-not-exist.invalid:1", sdk::bytes::of("x"), count);
      node.transport().send("nonsense", sdk::bytes::of("x"), count);
    }
    node.transport().close("does-not-exist.invalid:1");
  });
  node.stop();
  int answered = 0;
  for (const auto& [code, times] : node.answers) answered += times;
  EXPECT_EQ(answered, 120);
  node.loop.call([] {});
  int later = 0;
  for (const auto& [code, times] : node.answers) later += times;
  EXPECT_EQ(later, 120);
}

TEST(Stopping, LetsWhatTheSystemTookLeave) {
  SocketNode node;
  auto listener = PlainSocket::listening();
  node.loop.call([&] { node.transport().send(listener.endpoint(), sdk::bytes::of("first"), {}); });
  const auto peer = listener.accept();
  EXPECT_EQ(peer.read(9).size(), 9u);
  node.loop.call([&] {
    node.transport().send(listener.endpoint(), sdk::bytes::of(std::string(100'000, 'x')), {});
    node.transport().stop();  // in the same turn: nothing was written yet
  });
  EXPECT_EQ(peer.read(100'004).size(), 100'004u);
  EXPECT_TRUE(peer.ended());
}

TEST(Stopping, EndsConnectionsInOrderForPeersThatTalk) {
  SocketNode node;
  const auto peer = PlainSocket::dial(node.listen());
  EXPECT_TRUE(peer.send(framed("hello")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  node.stop();
  EXPECT_TRUE(peer.ended());
  EXPECT_TRUE(node.closed.empty());
}

TEST(Stopping, GivesThePortBack) {
  SocketNode node;
  const auto endpoint = node.listen();
  const auto peer = PlainSocket::dial(endpoint);
  EXPECT_TRUE(peer.send(framed("hello")));
  ASSERT_TRUE(node.until([&] { return node.frames.size() == 1; }));
  node.stop();
  SocketNode next;
  EXPECT_EQ(next.listen(endpoint), endpoint);
}

TEST(Stopping, MakesLaterCallsHarmless) {
  SocketNode node;
  node.listen();
  node.stop();
  std::string bound;
  sdk::OutTo out(bound);
  node.loop.call([&] {
    node.transport().send("127.0.0.1:1", sdk::bytes::of("x"), [](const sdk::Status&) { ADD_FAILURE(); });
    node.transport().close("127.0.0.1:1");
    node.transport().send_datagram("127.0.0.1:1", sdk::bytes::of("x"));
    EXPECT_EQ(node.transport().listen("127.0.0.1:0", out).code, sdk::Errc::invalid);
  });
}

TEST(Stopping, MayHappenWhileStrangersTalk) {
  for (int round = 0; round < 20; ++round) {
    SocketNode node;
    const auto endpoint = node.listen();
    std::vector<PlainSocket> peers;
    for (int i = 0; i < 5; ++i) peers.push_back(PlainSocket::dial(endpoint));
    for (const auto& peer : peers) peer.send(framed("hello") + framed(std::string(10'000, 'x')));
    node.stop();
    const auto heard = node.frames.size();
    node.loop.call([] {});
    EXPECT_EQ(node.frames.size(), heard);
  }
}

}  // namespace
}  // namespace p2pchat::test
