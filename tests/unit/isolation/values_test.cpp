// SPDX-License-Identifier: MIT
#include "arguments.hpp"
#include "back_off.hpp"
#include "carried.hpp"
#include "frame.hpp"

#include <gtest/gtest.h>

namespace p2pchat::isolation {
namespace {

template <class T>
std::string written(const T& value) {
  std::string octets;
  Writer to(octets);
  Value<T>::write(to, value);
  return octets;
}

template <class T>
bool reads(std::string_view octets, T& value) {
  Reader from(octets);
  Value<T>::read(from, value);
  return from.finished();
}

template <class T>
void travels(const T& value) {
  T back{};
  const auto octets = written(value);
  ASSERT_TRUE(reads(octets, back));
  EXPECT_EQ(written(back), octets);
  for (std::size_t cut = 0; cut < octets.size(); ++cut) {
    T broken{};
    EXPECT_FALSE(reads(std::string_view(octets).substr(0, cut), broken)) << cut;
  }
  T longer{};
  EXPECT_FALSE(reads(octets + "x", longer));
}

sdk::Id id(std::uint8_t first) {
  sdk::Id made;
  made.b[0] = first;
  made.b[31] = 0xff;
  return made;
}

TEST(Values, EveryTypeOfTheVocabularyComesBackAndNoneIsReadFromLess) {
  travels<std::uint8_t>(200);
  travels<std::int32_t>(-7);
  travels<std::uint32_t>(0xffff'ffff);
  travels<std::uint64_t>(1ULL << 63);
  travels(true);
  travels(false);
  travels(sdk::str("你好"));
  travels(sdk::str());
  travels(sdk::bytes::of(std::string_view("\0\xff", 2)));
  travels(id(3));
  travels(sdk::Status(sdk::Errc::refused, "no, because"));
  travels(sdk::Contact{id(1), "Ada", "hello", sdk::Relation::asking, 1, 7, 99});
  travels(sdk::Message{id(1), id(2), 3, 4, 5, sdk::Direction::incoming, sdk::State::read, "text", "body", "why"});
  travels(sdk::BottleView{id(1), id(2), 3, 4, 5, sdk::Voyage::kept, 6, 7, 8, "note"});
  travels(sdk::BottleStep{sdk::Voyage::ashore, id(1), 2, 3, "answer"});
  travels(sdk::Peer{id(1), "127.0.0.1:1", 2});
  travels(sdk::NodeEntry{id(1), "[::1]:12476", 3});
}

TEST(Values, AMessageKeepsEachOfItsMembers) {
  const auto octets =
      written(sdk::Message{id(1), id(2), 3, 4, 5, sdk::Direction::incoming, sdk::State::failed, "text", "body", "why"});
  sdk::Message back;
  ASSERT_TRUE(reads(octets, back));
  EXPECT_EQ(back.id, id(1));
  EXPECT_EQ(back.peer, id(2));
  EXPECT_EQ(back.time_ms + back.seq * 10 + back.place * 100, 543U);
  EXPECT_EQ(back.direction, sdk::Direction::incoming);
  EXPECT_EQ(back.state, sdk::State::failed);
  EXPECT_EQ(std::string_view(back.type), "text");
  EXPECT_EQ(std::string_view(back.body), "body");
  EXPECT_EQ(std::string_view(back.reason), "why");
}

TEST(Values, WhatIsOutsideATypeIsMalformed) {
  bool flag = false;
  EXPECT_FALSE(reads("\2", flag));
  sdk::Level level{};
  EXPECT_FALSE(reads(written<std::int32_t>(5), level));
  EXPECT_FALSE(reads(written<std::int32_t>(-1), level));
  sdk::Status status;
  EXPECT_FALSE(reads(written(sdk::Errc::io) + written(sdk::str(std::string(124, 'x'))), status));
  EXPECT_TRUE(reads(written(sdk::Errc::io) + written(sdk::str(std::string(123, 'x'))), status));
  sdk::str text;
  EXPECT_FALSE(reads(written<std::uint32_t>(0xffff'ffff) + "x", text));
}

TEST(Values, AnArrayTravelsWithItsLength) {
  const sdk::NodeEntry nodes[2] = {{id(1), "a:1", 1}, {id(2), "b:2", 2}};
  using Nodes = Arguments<const sdk::Status&, const sdk::NodeEntry*, std::uint32_t>;
  std::string octets;
  Writer to(octets);
  Nodes::write(to, {}, nodes, 2);
  Reader from(octets);
  std::uint32_t seen = 0;
  EXPECT_TRUE(Nodes::read(from, [&](const sdk::Status&, const sdk::NodeEntry* got, std::uint32_t count) {
    seen = count;
    EXPECT_EQ(got[1].id, id(2));
    EXPECT_STREQ(got[1].endpoint, "b:2");
  }));
  EXPECT_EQ(seen, 2U);
  Reader cut(std::string_view(octets).substr(0, octets.size() - 1));
  EXPECT_FALSE(Nodes::read(cut, [](auto&&...) { FAIL(); }));
}

TEST(Frames, AreCutWhereverTheSocketCutsThem) {
  Frame first(Kind::call, 7), second(Kind::drop, 8);
  first.writer().text("hello");
  const auto a = first.finish(), b = second.finish(), both = a + b;
  for (std::size_t cut = 0; cut <= both.size(); ++cut) {
    FrameCutter cutter;
    std::vector<std::string> frames;
    for (const auto part : {std::string_view(both).substr(0, cut), std::string_view(both).substr(cut)}) {
      cutter.add(part);
      while (auto frame = cutter.next()) frames.push_back(*frame);
    }
    ASSERT_EQ(frames.size(), 2U) << cut;
    EXPECT_EQ(frames[0], a.substr(4));
    EXPECT_EQ(frames[1], b.substr(4));
  }
}

TEST(Frames, OneOverTheLimitIsTheLast) {
  FrameCutter cutter;
  cutter.add(written<std::uint32_t>(max_frame + 1));
  cutter.add(std::string(100, 'x'));
  EXPECT_FALSE(cutter.next());
  EXPECT_TRUE(cutter.broken());
}

TEST(Interfaces, OnlyThoseAWorkerMayUseAreKnown) {
  const auto known = [](std::string_view iid) { return with_used(iid, [](auto) {}); };
  EXPECT_TRUE(known("p2pchat.chat/1"));
  EXPECT_TRUE(known("p2pchat.bottle/1"));
  EXPECT_FALSE(known("p2pchat.store/1"));
  EXPECT_FALSE(known(""));
  EXPECT_TRUE(must_be_declared("p2pchat.identity/1"));
  EXPECT_FALSE(must_be_declared("p2pchat.chat/1"));
}

TEST(BackOff, DoublesUntilOneLivedForAMinute) {
  BackOff back_off;
  EXPECT_EQ(back_off.next_ms(0), 500U);
  EXPECT_EQ(back_off.next_ms(59'999), 1000U);
  for (int i = 0; i < 10; ++i) (void)back_off.next_ms(0);
  EXPECT_EQ(back_off.next_ms(0), 60'000U);
  EXPECT_EQ(back_off.next_ms(60'000), 500U);
}

}  // namespace
}  // namespace p2pchat::isolation
