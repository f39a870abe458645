// SPDX-License-Identifier: MIT
#include "transport_world.hpp"

#include <algorithm>
#include <map>

namespace p2pchat::test {
namespace {

TEST_P(Frames, ArriveWhereTheListenerSaidItBound) {
  auto& a = node();
  auto& b = node();
  EXPECT_FALSE(b.endpoint.ends_with(":0"));
  EXPECT_TRUE(send(a, b.endpoint, "hello").ok());
  EXPECT_TRUE(world->until([&] { return b.frames.size() == 1 && b.frames[0].second == "hello"; }));
}

TEST_P(Frames, CanBeSentToOneself) {
  auto& a = node();
  EXPECT_TRUE(send(a, a.endpoint, "to me").ok());
  EXPECT_TRUE(world->until([&] { return a.frames.size() == 1 && a.frames[0].second == "to me"; }));
}

TEST_P(Frames, AreAnsweredOverTheConnectionTheyCameFrom) {
  auto& a = node();
  auto& b = node();
  const auto name = meet(a, b);
  EXPECT_TRUE(send(b, name, "answer").ok());
  ASSERT_TRUE(world->until([&] { return a.frames.size() == 1; }));
  EXPECT_EQ(a.frames[0], std::pair(b.endpoint, std::string("answer")));
}

TEST_P(Frames, KeepTheirOrderTenThousandTimes) {
  constexpr std::size_t count = 10'000;
  auto& a = node();
  auto& b = node();
  std::size_t done = 0;
  world->call([&] {
    for (std::size_t i = 0; i < count; ++i)
      a.transport->send(b.endpoint, sdk::bytes::of(std::to_string(i)), [&](const sdk::Status& s) { done += s.ok(); });
  });
  ASSERT_TRUE(world->until([&] { return b.frames.size() == count && done == count; }));
  for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(b.frames[i].second, std::to_string(i));
}

TEST_P(Frames, OfSeveralSendersAreNotMixed) {
  auto& a = node();
  auto& b = node();
  auto& hub = node();
  world->call([&] {
    for (int i = 0; i < 500; ++i) {
      a.transport->send(hub.endpoint, sdk::bytes::of("a" + std::to_string(i)), {});
      b.transport->send(hub.endpoint, sdk::bytes::of("b" + std::to_string(i)), {});
    }
  });
  ASSERT_TRUE(world->until([&] { return hub.frames.size() == 1'000; }));
  std::map<std::string, std::string> senders;
  std::map<std::string, int> next;
  for (const auto& [from, text] : hub.frames) {
    ASSERT_EQ(senders.try_emplace(from, text.substr(0, 1)).first->second, text.substr(0, 1));
    ASSERT_EQ(text.substr(1), std::to_string(next[from]++));
  }
  EXPECT_EQ(senders.size(), 2u);
}

TEST_P(Frames, MayBeEmpty) {
  auto& a = node();
  auto& b = node();
  EXPECT_TRUE(send(a, b.endpoint, "").ok());
  EXPECT_TRUE(world->until([&] { return b.frames.size() == 1 && b.frames[0].second.empty(); }));
}

TEST_P(Frames, MayBeAsLargeAsStatedAndNoLarger) {
  auto& a = node();
  auto& b = node();
  std::string largest(a.transport->max_frame(), 'x');
  largest.front() = '<';
  largest.back() = '>';
  EXPECT_GE(largest.size(), 256u * 1024);
  EXPECT_TRUE(send(a, b.endpoint, largest).ok());
  EXPECT_EQ(send(a, b.endpoint, largest + "x").code, sdk::Errc::too_large);
  EXPECT_TRUE(send(a, b.endpoint, "still there").ok());
  ASSERT_TRUE(world->until([&] { return b.frames.size() == 2; }));
  EXPECT_TRUE(b.frames[0].second == largest);
  EXPECT_EQ(b.frames[1].second, "still there");
}

TEST_P(Frames, MoreThanCanWaitAreRefusedAsBusyAndTheRestArrives) {
  auto& a = node();
  auto& b = node();
  const std::string frame(100'000, 'x');
  std::size_t ok = 0, busy = 0;
  world->hold(*b.transport);
  world->call([&] {
    for (int i = 0; i < 200; ++i)
      a.transport->send(b.endpoint, sdk::bytes::of(frame), [&](const sdk::Status& s) {
        ok += s.ok();
        busy += s.code == sdk::Errc::busy;
      });
  });
  EXPECT_TRUE(world->until([&] { return busy > 0; }));
  world->release(*b.transport);
  ASSERT_TRUE(world->until([&] { return ok + busy == 200 && b.frames.size() == ok; }));
  EXPECT_GT(ok, 0u);
  EXPECT_TRUE(send(a, b.endpoint, "again").ok());
}

TEST_P(Frames, AreAnsweredOnceAndNeverFromInsideTheCall) {
  auto& a = node();
  auto& b = node();
  auto& gone = node();
  const auto nobody = gone.endpoint;
  world->end(*gone.transport);
  std::string too_large(a.transport->max_frame() + 1, 'x');
  std::vector<int> answers(4);
  bool inside = true;
  world->call([&] {
    const auto count = [&](std::size_t i) {
      return [&, i](const sdk::Status&) {
        EXPECT_FALSE(inside);
        ++answers[i];
      };
    };
    a.transport->send(b.endpoint, sdk::bytes::of("fine"), count(0));
    a.transport->send(nobody, sdk::bytes::of("lost"), count(1));
    a.transport->send(b.endpoint, sdk::bytes::of(too_large), count(2));
    a.transport->send("nonsense", sdk::bytes::of("what"), count(3));
    inside = false;
  });
  EXPECT_TRUE(world->until([&] { return std::ranges::all_of(answers, [](int n) { return n > 0; }); }));
  world->settle();
  EXPECT_EQ(answers, (std::vector<int>{1, 1, 1, 1}));
}

TEST_P(Frames, ToNobodyAreRefused) {
  auto& a = node();
  auto& gone = node();
  const auto nobody = gone.endpoint;
  world->end(*gone.transport);
  EXPECT_EQ(send(a, nobody, "hello?").code, sdk::Errc::refused);
  EXPECT_TRUE(a.closed.empty());
}

TEST_P(Frames, ToWhatIsNoEndpointAreInvalid) {
  auto& a = node();
  for (const auto* text : {"", "127.0.0.1", "127.0.0.1:", ":1", "127.0.0.1:70000", "127.0.0.1:1x"})
    EXPECT_EQ(send(a, text, "x").code, sdk::Errc::invalid) << text;
}

TEST_P(Frames, NeedAPortThatNobodyElseHas) {
  auto& a = node();
  auto& other = world->add();
  std::string bound;
  const auto status = listen(other, a.endpoint, bound);
  EXPECT_EQ(status.code, sdk::Errc::io);
  const auto port = a.endpoint.substr(a.endpoint.rfind(':'));
  EXPECT_NE(std::string(status.text).find(port), std::string::npos) << status.text;
  EXPECT_EQ(listen(other, "nonsense", bound).code, sdk::Errc::invalid);
}

}  // namespace
}  // namespace p2pchat::test
