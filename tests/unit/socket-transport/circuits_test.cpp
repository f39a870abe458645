// SPDX-License-Identifier: MIT
#include "plain_socket.hpp"
#include "relay/control.hpp"
#include "socket_node.hpp"
#include "wire/base64.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using socket_transport::Control;
using socket_transport::Octets;
using socket_transport::Word;

std::string octets_of(const Control& control) {
  const auto octets = socket_transport::to_octets(control);
  return {octets.begin(), octets.end()};
}

/// A relay, a caller and one who is called; routing is played by the test.
struct Circuits : testing::Test {
  explicit Circuits(const SocketNode::Settings& settings = {}) : relay(settings) {
    relay.loop.call([&] {
      relay.host.subscribe("relay.wanted", [&](sdk::str, const sdk::Id& id, sdk::bytes call) {
        ++wanted;
        if (id == callee)
          called.host.publish("relay.call", {}, sdk::bytes::of(std::string(call.text()) + door));
        else
          relay.host.publish("relay.refused", id, call);
      });
    });
    door = relay.listen();
    callee.b[0] = 7;
  }
  std::string way_to(const sdk::Id& id) const {
    auto endpoint = door + '#';
    wire::base64_encode(id.view(), wire::Alphabet::url, endpoint);
    return endpoint;
  }
  std::size_t frames_of(SocketNode& node) {
    std::size_t count = 0;
    node.loop.call([&] { count = node.frames.size(); });
    return count;
  }
  SocketNode relay, caller, called;
  std::string door;
  sdk::Id callee;
  int wanted = 0;
};

/// Neither listens, so there is no port to be dialled at.
TEST_F(Circuits, CarryFramesBothWaysBetweenTwoThatNobodyCanDial) {
  const auto way = way_to(callee);
  EXPECT_TRUE(caller.ask(way, "hello").ok());
  ASSERT_TRUE(called.until([&] { return called.frames.size() == 1; }));
  const auto [from, frame] = called.frames[0];
  EXPECT_EQ(frame, "hello");
  EXPECT_TRUE(from.starts_with(door + '#')) << from;
  EXPECT_TRUE(called.ask(from, std::string(200'000, 'x')).ok());
  ASSERT_TRUE(caller.until([&] { return caller.frames.size() == 1; }));
  EXPECT_EQ(caller.frames[0].first, way);
  EXPECT_EQ(caller.frames[0].second.size(), 200'000U);
  EXPECT_EQ(frames_of(relay), 0U);
}

TEST_F(Circuits, EndAtBothSidesWhenOneCloses) {
  const auto way = way_to(callee);
  ASSERT_TRUE(caller.ask(way, "hello").ok());
  ASSERT_TRUE(called.until([&] { return called.frames.size() == 1; }));
  caller.send(way, "the last word");
  caller.close(way);
  ASSERT_TRUE(called.until([&] { return called.closed.size() == 1; }));
  EXPECT_EQ(called.closed[0].first, called.frames[0].first);
  EXPECT_EQ(called.frames.back().second, "the last word");
  EXPECT_TRUE(caller.ask(way, "again").ok());
  EXPECT_TRUE(called.until([&] { return called.frames.size() == 3; }));
}

TEST_F(Circuits, EndWhenTheRelayDoes) {
  const auto way = way_to(callee);
  ASSERT_TRUE(caller.ask(way, "hello").ok());
  relay.stop();
  EXPECT_TRUE(caller.until([&] { return caller.closed.size() == 1; }));
  EXPECT_TRUE(called.until([&] { return called.closed.size() == 1; }));
}

TEST_F(Circuits, GiveWayToADirectConnectionWhereThereCanBeOne) {
  const auto own = caller.listen();
  called.listen();
  const auto way = way_to(callee);
  EXPECT_TRUE(caller.ask(way, "hello").ok());
  ASSERT_TRUE(called.until([&] { return called.frames.size() == 1; }));
  EXPECT_EQ(called.frames[0].first, own);  // dialled from the port it listens on, past the relay
  EXPECT_TRUE(called.ask(own, "hello to you").ok());
  ASSERT_TRUE(caller.until([&] { return caller.frames.size() == 1; }));
  EXPECT_EQ(caller.frames[0], std::pair(way, std::string("hello to you")));
  relay.stop();
  EXPECT_TRUE(caller.ask(way, "without the relay").ok());
  EXPECT_TRUE(called.until([&] { return called.frames.size() == 2; }));
}

TEST_F(Circuits, AreRefusedWhenNobodyHoldsWhoIsWanted) {
  sdk::Id stranger;
  EXPECT_EQ(caller.ask(way_to(stranger), "hello").code, Errc::refused);
  EXPECT_EQ(wanted, 1);
}

TEST_F(Circuits, WaitForAnAnswerTenSeconds) {
  called.loop.call([&] { called.host.drop_callbacks(); });
  auto answer = std::make_shared<std::optional<Errc>>();
  caller.loop.call([&] {
    caller.transport().send(way_to(callee), sdk::bytes::of("hello"),
                            [answer](const sdk::Status& status) { *answer = status.code; });
  });
  ASSERT_TRUE(relay.until([&] { return wanted == 1; }));
  relay.loop.skip(11'000);
  ASSERT_TRUE(caller.until([&] { return answer->has_value(); }));
  EXPECT_EQ(**answer, Errc::timed_out);
}

TEST_F(Circuits, NeedAnIdBehindTheRelay) {
  for (const auto* bad : {"#", "#AAAA", "#!!!", "#AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="})
    EXPECT_EQ(caller.ask(door + bad, "hello").code, Errc::invalid) << bad;
  EXPECT_EQ(caller.ask(way_to(callee).substr(door.size()), "hello").code, Errc::invalid);
}

TEST_F(Circuits, EndAtOnceForWhoDoesNotWaitToBeJoined) {
  const auto eager = PlainSocket::dial(door);
  eager.send(octets_of({.word = Word::connect, .name = Octets(32)}) + framed("too soon"));
  EXPECT_TRUE(eager.ended());
  EXPECT_EQ(wanted, 0);
}

TEST_F(Circuits, CannotBeAnsweredByWhoWasNotCalled) {
  const auto guess = PlainSocket::dial(door);
  guess.send(octets_of({.word = Word::answer, .name = Octets(16)}));
  const auto refusal = octets_of({.word = Word::refused, .name = {1}});
  EXPECT_EQ(guess.read(refusal.size()), refusal);
  EXPECT_TRUE(guess.ended());
}

TEST_F(Circuits, LeaveFramesOfControlThatMeanNothingUnheard) {
  const std::vector<Control> meaningless = {{.word = Word::here, .name = Octets(16)},
                                            {.word = Word::joined, .name = Octets(16)},
                                            {.word = Word::here, .name = Octets(3)}};
  for (const auto& control : meaningless) {
    const auto stranger = PlainSocket::dial(door);
    stranger.send(octets_of(control));
    EXPECT_TRUE(stranger.ended());
  }
  EXPECT_EQ(frames_of(relay), 0U);
}

TEST_F(Circuits, BeginWithADialThatWasAskedFor) {
  const auto own = called.listen();
  std::string heard;
  called.loop.call([&] {
    called.host.subscribe("reach.dialled", [&](sdk::str, const sdk::Id&, sdk::bytes name) { heard = name.text(); });
  });
  relay.host.publish("reach.dial", {}, sdk::bytes::of("twelve octet" + own));
  EXPECT_TRUE(called.until([&] { return heard == "twelve octet"; }));
  EXPECT_EQ(frames_of(called), 0U);
}

struct NoRelay : Circuits {
  NoRelay() : Circuits({{"relay", "0"}}) {}
};
TEST_F(NoRelay, RefusesToCarryForOthers) {
  EXPECT_EQ(caller.ask(way_to(callee), "hello").code, Errc::refused);
  EXPECT_EQ(wanted, 0);
}

struct SmallRelay : Circuits {
  SmallRelay() : Circuits({{"relay", "1"}}) {}
};
TEST_F(SmallRelay, SaysThatItIsFull) {
  ASSERT_TRUE(caller.ask(way_to(callee), "hello").ok());
  SocketNode other;
  EXPECT_EQ(other.ask(way_to(callee), "hello").code, Errc::busy);
  caller.close(way_to(callee));
  ASSERT_TRUE(called.until([&] { return called.closed.size() == 1; }));
}

}  // namespace
}  // namespace p2pchat::test
