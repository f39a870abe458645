// SPDX-License-Identifier: MIT
#include "canvas/viewport.hpp"

#include "canvas/layout_cache.hpp"
#include "canvas/paging.hpp"
#include "canvas/scroll_range.hpp"

#include <gtest/gtest.h>

#include <string>

namespace p2pchat::wx_gui {
namespace {

/// Rows whose keys are 1000 and up; more may come in front.
struct List {
  RowHeights rows;
  std::uint64_t first_key = 1000;
  Viewport view{rows, [this](std::size_t row) { return first_key + row; },
                [this](std::uint64_t key) { return key < first_key ? 0 : static_cast<std::size_t>(key - first_key); }};
  explicit List(int count) {
    for (int i = 0; i < count; ++i) rows.push_back(50);
    view.set_height(200);
  }
  void prepend(std::int64_t height) { rows.push_front(height), --first_key; }
};

TEST(Viewport, BeginsAtTheEndAndStaysThereWhenRowsCome) {
  List list(10);
  EXPECT_EQ(list.view.top(), 300);
  list.rows.push_back(50);
  EXPECT_EQ(list.view.top(), 350);
  EXPECT_TRUE(list.view.at_end());
}

TEST(Viewport, KeepsTheRowInPlaceWhenOlderRowsComeInFront) {
  List list(10);
  list.view.scroll_to(120);
  for (int i = 0; i < 5; ++i) list.prepend(70);
  EXPECT_EQ(list.view.top(), 120 + 5 * 70);
}

TEST(Viewport, KeepsTheRowInPlaceWhenARowAboveGetsAnotherHeight) {
  List list(10);
  list.view.scroll_to(120);
  list.rows.set(0, 90);
  EXPECT_EQ(list.view.top(), 160);
  EXPECT_EQ(list.view.first_row(), 2U);
}

TEST(Viewport, DoesNotMoveWhenRowsComeBelow) {
  List list(10);
  list.view.scroll_to(120);
  list.rows.push_back(500);
  EXPECT_EQ(list.view.top(), 120);
  EXPECT_FALSE(list.view.at_end());
}

TEST(Viewport, HoldsTheEndAgainOnceItIsScrolledThere) {
  List list(10);
  list.view.scroll_to(0);
  EXPECT_FALSE(list.view.at_end());
  list.view.scroll_by(10'000);
  EXPECT_TRUE(list.view.at_end());
}

TEST(Viewport, CannotScrollAboveTheBeginning) {
  List list(10);
  list.view.scroll_to(-80);
  EXPECT_EQ(list.view.top(), 0);
}

TEST(Viewport, PutsFewRowsAtTheBottom) {
  List list(2);
  EXPECT_EQ(list.view.top(), -100);
  list.view.scroll_by(-30);
  EXPECT_EQ(list.view.top(), -100);
}

TEST(Viewport, ShowsARowAThirdDown) {
  List list(100);
  list.view.show_row(50);
  EXPECT_EQ(list.view.top(), 50 * 50 - 200 / 3);
}

TEST(Viewport, AtTheLastOfSomeRowsDoesNotFollowWhatIsFetchedBelow) {
  List list(10);
  list.view.set_more_below(true);
  EXPECT_FALSE(list.view.at_end());
  list.view.scroll_by(10'000);
  EXPECT_EQ(list.view.top(), 300);
  list.rows.push_back(50);
  EXPECT_EQ(list.view.top(), 300);
  EXPECT_FALSE(list.view.at_end());
}

TEST(Viewport, StaysAtTheEndWhenThatTurnsOutToBeIt) {
  List list(10);
  list.view.set_more_below(true);
  list.view.scroll_by(10'000);
  list.view.set_more_below(false);
  EXPECT_TRUE(list.view.at_end());
  list.rows.push_back(50);
  EXPECT_EQ(list.view.top(), 350);
}

TEST(Viewport, KeepsTheRowInPlaceWhenRowsAboveAreDropped) {
  List list(20);
  list.view.scroll_to(620);
  list.rows.drop_front(5), list.first_key += 5;
  EXPECT_EQ(list.view.top(), 620 - 5 * 50);
}

using Fetch = PagingStep::Fetch;

TEST(Paging, AsksForMessagesWhenTheViewComesNearThem) {
  EXPECT_EQ(next_step({200, {20, 30}, false, true}).fetch, Fetch::older);
  EXPECT_EQ(next_step({200, {100, 110}, false, false}).fetch, Fetch::nothing);
  EXPECT_EQ(next_step({200, {170, 180}, false, false}).fetch, Fetch::newer);
}

TEST(Paging, AsksForNothingWhereAllIsThere) {
  EXPECT_EQ(next_step({200, {20, 30}, true, false}).fetch, Fetch::nothing);
  EXPECT_EQ(next_step({200, {170, 180}, false, true}).fetch, Fetch::nothing);
}

TEST(Paging, AsksFirstForTheSideThatIsNearer) {
  EXPECT_EQ(next_step({60, {10, 20}, false, false}).fetch, Fetch::older);
  EXPECT_EQ(next_step({60, {39, 50}, false, false}).fetch, Fetch::newer);
  EXPECT_EQ(next_step({60, {39, 50}, false, true}).fetch, Fetch::older);
}

TEST(Paging, KeepsFiveHundredRowsOnEitherSide) {
  EXPECT_EQ(next_step({5000, {2000, 2010}, true, true}).keep, (RowRange{1500, 2510}));
  EXPECT_EQ(next_step({50, {0, 10}, true, true}).keep, (RowRange{0, 50}));
}

TEST(ScrollRange, CountsWhatIsOutsideAsRowsOfTheUsualHeight) {
  const ScrollRange range{1000, 500, 2000, 40};
  EXPECT_EQ(range.before(), 50'000);
  EXPECT_EQ(range.total(), 50'000 + 2000 + 25'000);
  EXPECT_EQ(range.rows_away(0), -1000);
  EXPECT_EQ(range.rows_away(49'999), -1);
  EXPECT_EQ(range.rows_away(50'000), 0);
  EXPECT_EQ(range.rows_away(51'999), 0);
  EXPECT_EQ(range.rows_away(52'000), 1);
  EXPECT_EQ(range.rows_away(76'999), 500);
}

TEST(ScrollRange, OfNothingIsNothing) {
  EXPECT_EQ(ScrollRange().total(), 0);
  EXPECT_EQ(ScrollRange().scale(1000), 1.0);
}

TEST(LayoutCache, MakesAValueOnceAndForgetsTheOneNotUsedForLongest) {
  LayoutCache<int, std::string> cache(2);
  int made = 0;
  const auto make = [&made] { return ++made, std::string("value"); };
  cache.get(1, make), cache.get(2, make), cache.get(1, make);
  EXPECT_EQ(made, 2);
  cache.get(3, make);  // 2 goes
  EXPECT_EQ(cache.size(), 2U);
  cache.get(1, make);
  EXPECT_EQ(made, 3);
  cache.get(2, make);
  EXPECT_EQ(made, 4);
}

}  // namespace
}  // namespace p2pchat::wx_gui
