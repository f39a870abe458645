// SPDX-License-Identifier: MIT
#include "places.hpp"

#include <gtest/gtest.h>

namespace p2pchat::sqlite_store {
namespace {

TEST(Places, FollowEachOtherOneSlotApart) {
  EXPECT_EQ(place_at_end(0, 0, 1), slot);
  EXPECT_EQ(place_at_end(slot, 1, 2), 2 * slot);
}

TEST(Places, KeepASlotFreeForEachMissingMessage) {
  const auto fifth = place_at_end(slot, 1, 5);
  EXPECT_EQ(fifth, slot + 4 * slot);
  EXPECT_EQ(place_between(slot, fifth, 1), slot + 3 * slot);  // the fourth
  EXPECT_EQ(place_between(slot, fifth, 3), slot + 1 * slot);  // the second
}

TEST(Places, KeepNoMoreThanABoundedGap) {
  EXPECT_EQ(place_at_end(0, 0, ~0ULL), slot * kept_gap);
  EXPECT_EQ(place_at_end(7, ~0ULL, 1), 7 + slot);
}

TEST(Places, AreHalvedWhereNoneIsKept) {
  EXPECT_EQ(place_between(0, slot, 1), slot / 2);
  EXPECT_EQ(place_between(0, slot, ~0ULL), slot / 2);
  EXPECT_EQ(place_between(slot, 2 * slot, 1), slot + slot / 2) << "the slot is taken";
}

TEST(Places, EndWhereNeighboursTouch) {
  EXPECT_EQ(place_between(4, 6, 1), 5U);
  EXPECT_EQ(place_between(4, 5, 1), std::nullopt);
}

TEST(Places, LeaveRoomForTwentyHalvings) {
  std::uint64_t above = slot;
  int halvings = 0;
  for (auto place = place_between(0, above, ~0ULL); place; place = place_between(0, above, ~0ULL)) {
    above = *place;
    ++halvings;
  }
  EXPECT_EQ(halvings, 20);
}

}  // namespace
}  // namespace p2pchat::sqlite_store
