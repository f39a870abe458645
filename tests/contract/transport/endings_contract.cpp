// SPDX-License-Identifier: MIT
#include "transport_world.hpp"

namespace p2pchat::test {
namespace {

TEST_P(Endings, LetWhatWasQueuedLeaveFirst) {
  auto& a = node();
  auto& b = node();
  world->call([&] {
    for (int i = 0; i < 100; ++i) a.transport->send(b.endpoint, sdk::bytes::of(std::string(10'000, 'x')), {});
    a.transport->close(b.endpoint);
  });
  ASSERT_TRUE(world->until([&] { return b.closed.size() == 1; }));
  EXPECT_EQ(b.frames.size(), 100u);
  EXPECT_EQ(b.closed[0], std::pair(b.frames[0].first, sdk::Errc::ok));
}

TEST_P(Endings, AreHeardOnBothSidesOnce) {
  auto& a = node();
  auto& b = node();
  const auto name = meet(a, b);
  world->call([&] {
    b.transport->close(name);
    b.transport->close(name);
  });
  ASSERT_TRUE(world->until([&] { return !a.closed.empty() && !b.closed.empty(); }));
  world->settle();
  EXPECT_EQ(a.closed, (std::vector{std::pair(b.endpoint, sdk::Errc::ok)}));
  EXPECT_EQ(b.closed, (std::vector{std::pair(name, sdk::Errc::ok)}));
}

TEST_P(Endings, AreHeardAlsoWhenTheConnectionHardlyBegan) {
  auto& a = node();
  auto& b = node();
  world->call([&] {
    a.transport->send(b.endpoint, sdk::bytes::of("hello and goodbye"), {});
    a.transport->close(b.endpoint);
  });
  ASSERT_TRUE(world->until([&] { return !a.closed.empty() && !b.closed.empty(); }));
  world->settle();
  EXPECT_EQ(a.closed, (std::vector{std::pair(b.endpoint, sdk::Errc::ok)}));
  EXPECT_EQ(b.frames.size(), 1u);
}

TEST_P(Endings, OfUnknownEndpointsAreIgnored) {
  auto& a = node();
  world->call([&] {
    a.transport->close("127.0.0.1:9");
    a.transport->close("nonsense");
  });
  world->settle();
  EXPECT_TRUE(a.closed.empty());
}

TEST_P(Endings, InsideACallbackSilenceThatConnection) {
  auto& a = node();
  auto& b = node();
  world->call([&] {
    b.transport->on_frame([&](sdk::str from, sdk::bytes frame) {
      b.frames.emplace_back(from, frame.text());
      if (b.frames.size() == 3) b.transport->close(from);
    });
    for (int i = 0; i < 10; ++i) a.transport->send(b.endpoint, sdk::bytes::of(std::to_string(i)), {});
  });
  ASSERT_TRUE(world->until([&] { return !b.closed.empty() && !a.closed.empty(); }));
  world->settle();
  EXPECT_EQ(b.frames.size(), 3u);
}

TEST_P(Endings, AreFollowedByANewConnectionOnDemand) {
  auto& a = node();
  auto& b = node();
  const auto first = meet(a, b);
  world->call([&] { a.transport->close(b.endpoint); });
  ASSERT_TRUE(world->until([&] { return b.closed.size() == 1; }));
  const auto second = meet(a, b);
  EXPECT_NE(first, second);
  EXPECT_EQ(b.frames.size(), 2u);
}

TEST_P(Endings, DoNotTouchAConnectionOpenedRightAfter) {
  auto& a = node();
  auto& b = node();
  meet(a, b);
  world->call([&] {
    a.transport->close(b.endpoint);
    a.transport->send(b.endpoint, sdk::bytes::of("anew"), {});
  });
  ASSERT_TRUE(world->until([&] { return b.frames.size() == 2 && b.closed.size() == 1; }));
  std::string name;
  world->call([&] { name = b.frames[1].first; });
  EXPECT_TRUE(send(b, name, "answer").ok());
  EXPECT_TRUE(world->until([&] { return a.frames.size() == 1; }));
  EXPECT_EQ(a.closed.size(), 1u);
}

TEST_P(Endings, AreHeardWhenThePeerIsGone) {
  auto& a = node();
  auto& b = node();
  meet(a, b);
  world->end(*b.transport);
  ASSERT_TRUE(world->until([&] { return a.closed.size() == 1; }));
  EXPECT_EQ(a.closed[0].first, b.endpoint);
  EXPECT_FALSE(send(a, b.endpoint, "still there?").ok());
}

TEST_P(Endings, OfTheTransportEndItsCallbacks) {
  auto& a = node();
  auto& b = node();
  const auto name = meet(a, b);
  auto answers = std::make_shared<int>(0);
  world->call([&] {
    for (int i = 0; i < 50; ++i) {
      b.transport->send(name, sdk::bytes::of(std::string(50'000, 'x')), [=](const sdk::Status&) { ++*answers; });
      a.transport->send(b.endpoint, sdk::bytes::of("late"), {});
    }
  });
  world->end(*b.transport);
  int at_the_end = 0;
  std::size_t heard_at_the_end = 0;
  world->call([&] { at_the_end = *answers, heard_at_the_end = b.frames.size(); });
  world->settle();
  EXPECT_EQ(*answers, at_the_end);
  EXPECT_LE(*answers, 50);
  EXPECT_EQ(b.frames.size(), heard_at_the_end);
}

TEST_P(Endings, OfOneTransportLeaveOthersOfTheProcessAlone) {
  auto& a = node();
  auto& b = node();
  auto& other = node();
  const auto name = meet(a, b);
  meet(other, a);
  world->end(*other.transport);
  EXPECT_TRUE(send(b, name, "still here").ok());
  EXPECT_TRUE(world->until([&] { return a.frames.size() == 2; }));
}

}  // namespace
}  // namespace p2pchat::test
