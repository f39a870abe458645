// SPDX-License-Identifier: MIT
#include "shelf.hpp"

#include "routing/distance.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

const Id me = test::id_of(1), owner = test::id_of(2), other = test::id_of(3);

Record record(const Id& key, std::uint64_t sequence, std::uint64_t expiry_ms = 1'000) {
  return {.key = key, .sequence = sequence, .expiry_ms = expiry_ms, .owner_key = {}, .signature = {}, .value = {}};
}

Octets packed(std::uint8_t number) { return {number}; }

TEST(Shelf, OfOneOwnerOnlyAHigherSequenceCounts) {
  Shelf shelf(me);
  EXPECT_EQ(shelf.add(owner, record(owner, 5), packed(1), 0), Verdict::kept);
  EXPECT_EQ(shelf.add(owner, record(owner, 5), packed(2), 0), Verdict::older);
  EXPECT_EQ(shelf.add(owner, record(owner, 4), packed(3), 0), Verdict::older);
  EXPECT_EQ(shelf.find(owner)->packed, packed(1));
  EXPECT_EQ(shelf.add(owner, record(owner, 6), packed(4), 0), Verdict::kept);
  EXPECT_EQ(shelf.find(owner)->packed, packed(4));
  EXPECT_EQ(shelf.size(), 1U);
}

TEST(Shelf, OfOneValueThatCountsWhichLivesLonger) {
  Shelf shelf(me);
  EXPECT_EQ(shelf.add(owner, record(test::id_of(9), 5, 1'000), packed(1), 0), Verdict::kept);
  EXPECT_EQ(shelf.add(other, record(test::id_of(9), 9, 999), packed(2), 0), Verdict::older);
  EXPECT_EQ(shelf.add(other, record(test::id_of(9), 1, 1'001), packed(3), 0), Verdict::kept);
}

TEST(Shelf, HoldsSixteenOfOneOwner) {
  Shelf shelf(me);
  for (std::uint64_t i = 0; i < Shelf::most_of_owner; ++i)
    EXPECT_EQ(shelf.add(owner, record(test::id_of(100 + i), 1), packed(1), 0), Verdict::kept);
  EXPECT_EQ(shelf.add(owner, record(test::id_of(99), 1), packed(1), 0), Verdict::refused);
  EXPECT_EQ(shelf.add(other, record(test::id_of(99), 1), packed(1), 0), Verdict::kept);
}

TEST(Shelf, WhenFullKeepsTheNearest) {
  Shelf shelf(me);
  for (std::uint64_t i = 0; i < Shelf::most; ++i)
    ASSERT_EQ(shelf.add(test::id_of(10'000 + i), record(test::id_of(100 + i), 1), packed(1), 0), Verdict::kept);
  auto farthest = me;
  for (auto& octet : farthest.b) octet = static_cast<std::uint8_t>(~octet);
  EXPECT_EQ(shelf.add(owner, record(farthest, 1), packed(1), 0), Verdict::refused);
  EXPECT_EQ(shelf.add(owner, record(id_in_bucket(me, 40, test::id_of(5)), 1), packed(1), 0), Verdict::kept);
  EXPECT_EQ(shelf.size(), Shelf::most);
}

TEST(Shelf, ForgetsWhatHasEnded) {
  Shelf shelf(me);
  shelf.add(owner, record(owner, 1, 1'000), packed(1), 0);
  shelf.forget_ended(999);
  EXPECT_TRUE(shelf.find(owner));
  shelf.forget_ended(1'000);
  EXPECT_FALSE(shelf.find(owner));
}

TEST(Shelf, PassesOnWhatNobodyBrought) {
  Shelf shelf(me);
  shelf.add(owner, record(owner, 1), packed(1), 100);
  shelf.add(other, record(other, 1), packed(2), 100);
  shelf.renew(other, 200);
  const auto due = shelf.take_due(150, 300, 9);
  ASSERT_EQ(due.size(), 1U);
  EXPECT_EQ(due.front(), std::pair(owner, packed(1)));
  EXPECT_TRUE(shelf.take_due(150, 300, 9).empty()) << "it was due once";
}

}  // namespace
}  // namespace p2pchat::kademlia
