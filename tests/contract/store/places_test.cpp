// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

#include <algorithm>
#include <random>

namespace p2pchat::test {
namespace {

using sdk::Direction;
using sdk::State;

TEST_P(StoreContract, HistoryGoesNewestFirstWithFallingPlaces) {
  group([&] {
    for (auto body : {"a", "b", "c"}) add(alice, Direction::incoming, static_cast<std::uint64_t>(body[0]), body);
    add(bob, Direction::incoming, 1, "other");
  });
  const auto rows = history(alice);
  ASSERT_EQ(rows.size(), 3U);
  EXPECT_EQ(rows[0].body + rows[1].body + rows[2].body, "cba");
  EXPECT_GT(rows[0].fields.place, rows[1].fields.place);
  EXPECT_GT(rows[1].fields.place, rows[2].fields.place);
}

TEST_P(StoreContract, HistoryIsReadInPages) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 10; ++seq) add(alice, Direction::incoming, seq, std::to_string(seq));
  });
  std::string pages;
  std::uint64_t before = 0;
  for (auto page = history(alice, before, 4); !page.empty(); page = history(alice, before, 4)) {
    for (const auto& row : page) pages += row.body + " ";
    pages += "| ";
    before = page.back().fields.place;
  }
  EXPECT_EQ(pages, "10 9 8 7 | 6 5 4 3 | 2 1 | ");
  EXPECT_TRUE(history(alice, 0, 0).empty());
}

TEST_P(StoreContract, AHistoryEndsWhenItsVisitorReturnsZero) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 5; ++seq) add(alice, Direction::incoming, seq, "x");
  });
  int visits = 0;
  ASSERT_TRUE(store().history(alice, 0, many, [&](const sdk::Message&) { return ++visits < 2 ? 1U : 0U; }).ok());
  EXPECT_EQ(visits, 2);
}

TEST_P(StoreContract, AHistoryInsideAHistoryIsFine) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 3; ++seq) add(alice, Direction::incoming, seq, "x");
  });
  std::size_t visits = 0;
  ASSERT_TRUE(
      store().history(alice, 0, many, [&](const sdk::Message&) { return visits += history(alice).size(), 1U; }).ok());
  EXPECT_EQ(visits, 9U);
}

TEST_P(StoreContract, ALateMessageStandsBeforeLaterOnesOfItsSender) {
  add_one(alice, Direction::incoming, 1, "i1");
  add_one(alice, Direction::outgoing, 1, "o1");
  add_one(alice, Direction::incoming, 4, "i4");
  add_one(alice, Direction::outgoing, 2, "o2");
  add_one(alice, Direction::incoming, 5, "i5");
  add_one(alice, Direction::incoming, 3, "i3");
  add_one(alice, Direction::incoming, 2, "i2");
  EXPECT_EQ(conversation(alice), "i1 o1 i2 i3 i4 o2 i5");
}

TEST_P(StoreContract, ALateMessageIsUnreadWhereverItStands) {
  add_one(alice, Direction::incoming, 2, "i2");
  group([&] { ASSERT_TRUE(store().mark_read(alice, ~0ULL, [](const sdk::Message&) { return 1U; }).ok()); });
  add_one(alice, Direction::incoming, 1, "i1");
  std::uint64_t unread = 0, newest = 0;
  ASSERT_TRUE(store().summary(alice, unread, newest).ok());
  EXPECT_EQ(unread, 1U);
}

TEST_P(StoreContract, MessagesOfEqualSequenceStayInTheirOrderOfArrival) {
  for (auto body : {"first", "second", "third"}) add_one(alice, Direction::incoming, 3, body);
  EXPECT_EQ(conversation(alice), "first second third");
}

TEST_P(StoreContract, EachSenderIsInOrderHoweverMessagesArrive) {
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    const auto peer = id(seed);
    std::vector<std::pair<Direction, std::uint64_t>> arrivals;
    for (std::uint64_t seq = 1; seq <= 30; ++seq) {
      arrivals.emplace_back(Direction::incoming, seq);
      arrivals.emplace_back(Direction::outgoing, seq);
    }
    std::shuffle(arrivals.begin(), arrivals.end(), random);
    group([&] {
      for (auto [direction, seq] : arrivals) add(peer, direction, seq, "x");
    });
    std::uint64_t last[2] = {1000, 1000}, place = ~0ULL;
    for (const auto& row : history(peer)) {
      auto& higher = last[static_cast<int>(row.fields.direction)];
      EXPECT_EQ(row.fields.seq, higher == 1000 ? 30 : higher - 1) << "seed " << seed;
      EXPECT_LT(row.fields.place, place) << "seed " << seed;
      higher = row.fields.seq, place = row.fields.place;
    }
  }
}

TEST_P(StoreContract, AThousandMessagesInFallingOrderAreSorted) {
  group([&] {
    for (std::uint64_t seq = 3000; seq > 0; --seq) add(alice, Direction::incoming, seq, "x");
  });
  std::uint64_t expected = 3000;
  for (const auto& row : history(alice)) EXPECT_EQ(row.fields.seq, expected--);
  EXPECT_EQ(expected, 0U);
}

TEST_P(StoreContract, ManyMessagesOfOneSequenceFitBeforeALaterOne) {
  add_one(alice, Direction::incoming, 1, "x");
  add_one(alice, Direction::outgoing, 1, "x");
  add_one(alice, Direction::incoming, 900, "x");
  group([&] {
    for (int i = 0; i < 500; ++i) add(alice, Direction::incoming, 5, "x");
  });
  const auto rows = history(alice);
  ASSERT_EQ(rows.size(), 503U);
  EXPECT_EQ(rows.front().fields.seq, 900U);
  for (std::size_t i = 1; i <= 500; ++i) EXPECT_EQ(rows[i].fields.seq, 5U);
  for (std::size_t i = 1; i < rows.size(); ++i) EXPECT_LT(rows[i].fields.place, rows[i - 1].fields.place);
}

// Else whoever sends in falling order makes each message cost as much as the whole conversation.
TEST_P(StoreContract, LateMessagesMoveFewOthers) {
  add_one(alice, Direction::incoming, 1, "x");
  group([&] {
    for (std::uint64_t seq = 100; seq < 600; ++seq) add(alice, Direction::incoming, seq, "x");
  });
  const auto before = history(alice, 0, 400);
  group([&] {
    for (int i = 0; i < 200; ++i) add(alice, Direction::incoming, 50, "late");
  });
  const auto after = history(alice, 0, 400);
  for (std::size_t i = 0; i < 400; ++i) ASSERT_EQ(after[i].fields.place, before[i].fields.place) << i;
}

TEST_P(StoreContract, SequenceNumbersMayBeHuge) {
  for (std::uint64_t seq : {1ULL, ~0ULL, 1ULL << 63, ~0ULL - 1, (1ULL << 63) - 1}) {
    add_one(alice, Direction::incoming, seq, "x");
  }
  std::vector<std::uint64_t> sequences;
  for (const auto& row : history(alice)) sequences.push_back(row.fields.seq);
  EXPECT_EQ(sequences, (std::vector<std::uint64_t>{~0ULL, ~0ULL - 1, 1ULL << 63, (1ULL << 63) - 1, 1}));
}

TEST_P(StoreContract, ARolledBackLateMessageLeavesTheOrderAsItWas) {
  for (std::uint64_t seq : {1, 5, 6}) add_one(alice, Direction::incoming, seq, std::to_string(seq));
  ASSERT_TRUE(store().begin().ok());
  for (std::uint64_t seq : {4, 3, 2}) add(alice, Direction::incoming, seq, std::to_string(seq));
  store().rollback();
  EXPECT_EQ(conversation(alice), "1 5 6");
  add_one(alice, Direction::incoming, 3, "3");
  EXPECT_EQ(conversation(alice), "1 3 5 6");
}

}  // namespace
}  // namespace p2pchat::test
