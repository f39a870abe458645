// SPDX-License-Identifier: MIT
#include "canvas/row_heights.hpp"

#include <gtest/gtest.h>

#include <deque>
#include <numeric>
#include <random>

namespace p2pchat::wx_gui {
namespace {

TEST(RowHeights, FindTheRowAtAPlace) {
  RowHeights rows;
  for (const auto height : {10, 20, 30}) rows.push_back(height);
  EXPECT_EQ(rows.total(), 60);
  EXPECT_EQ(rows.row_at(0), 0U);
  EXPECT_EQ(rows.row_at(9), 0U);
  EXPECT_EQ(rows.row_at(10), 1U);
  EXPECT_EQ(rows.row_at(59), 2U);
}

TEST(RowHeights, GiveTheNearestRowForPlacesOutside) {
  RowHeights rows;
  rows.push_back(10);
  rows.push_back(20);
  EXPECT_EQ(rows.row_at(-5), 0U);
  EXPECT_EQ(rows.row_at(1000), 1U);
}

TEST(RowHeights, StayRightWhateverIsDoneToThem) {
  std::mt19937 random(7);
  RowHeights rows;
  std::deque<std::int64_t> plain;
  for (int step = 0; step < 5000; ++step) {
    const auto height = static_cast<std::int64_t>(1 + random() % 90);
    const auto what = plain.empty() ? 0 : random() % 9;
    if (what < 3)
      rows.push_front(height), plain.push_front(height);
    else if (what < 6)
      rows.push_back(height), plain.push_back(height);
    else if (what == 6)
      rows.set(plain.size() / 2, height), plain[plain.size() / 2] = height;
    else if (what == 7)
      rows.drop_front(1), plain.pop_front();
    else
      rows.shorten(plain.size() - 1), plain.pop_back();
  }
  ASSERT_EQ(rows.size(), plain.size());
  std::int64_t top = 0;
  for (std::size_t i = 0; i < plain.size(); top += plain[i++]) {
    ASSERT_EQ(rows.top(i), top) << i;
    ASSERT_EQ(rows.row_at(top), i);
    ASSERT_EQ(rows.row_at(top + plain[i] - 1), i);
  }
  EXPECT_EQ(rows.total(), top);
}

TEST(RowHeights, TakeNoMoreRoomWhenTheyMoveOn) {
  RowHeights rows;
  for (int i = 0; i < 1000; ++i) rows.push_back(10);
  const auto slots = rows.slots();
  for (int i = 0; i < 50'000; ++i) rows.drop_front(1), rows.push_back(10 + i % 3);
  for (int i = 0; i < 50'000; ++i) rows.shorten(999), rows.push_front(10);
  EXPECT_EQ(rows.slots(), slots);
  EXPECT_EQ(rows.total(), 10'000);
}

TEST(RowHeights, HoldAMillionRows) {
  RowHeights rows;
  for (int i = 0; i < 500'000; ++i) rows.push_front(20), rows.push_back(30);
  EXPECT_EQ(rows.total(), 25'000'000);
  EXPECT_EQ(rows.row_at(10'000'000), 500'000U);
  EXPECT_EQ(rows.top(500'001), 10'000'030);
}

}  // namespace
}  // namespace p2pchat::wx_gui
