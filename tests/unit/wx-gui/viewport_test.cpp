// SPDX-License-Identifier: MIT
#include "canvas/viewport.hpp"

#include "canvas/layout_cache.hpp"
#include "canvas/paging.hpp"

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

PagingStep step_with_texts(PagingState state, RowRange texts) {
  return next_step(state, [texts](std::size_t row) { return row >= texts.begin && row < texts.end; });
}

TEST(Paging, AsksForOlderMessagesWhenTheViewComesNearThem) {
  EXPECT_TRUE(step_with_texts({200, {20, 30}, false, false}, {0, 200}).fetch_older);
  EXPECT_FALSE(step_with_texts({200, {100, 110}, false, false}, {0, 200}).fetch_older);
}

TEST(Paging, AsksForNothingOlderWhenAllIsThere) {
  EXPECT_FALSE(step_with_texts({200, {20, 30}, true, false}, {0, 200}).fetch_older);
}

TEST(Paging, AsksOnePageAtATime) {
  EXPECT_FALSE(step_with_texts({200, {20, 30}, false, true}, {0, 200}).fetch_older);
  EXPECT_FALSE(step_with_texts({200, {20, 30}, false, true}, {0, 0}).fill);
}

TEST(Paging, FillsAWholePageWhenTextsNearTheViewWereDropped) {
  const auto upwards = step_with_texts({5000, {2000, 2010}, true, false}, {1961, 5000});
  ASSERT_TRUE(upwards.fill);
  EXPECT_EQ(*upwards.fill, (RowRange{1861, 1961}));
  const auto downwards = step_with_texts({5000, {2000, 2010}, true, false}, {0, 2049});
  ASSERT_TRUE(downwards.fill);
  EXPECT_EQ(*downwards.fill, (RowRange{2049, 2149}));
}

TEST(Paging, FillsNoTextThatIsThere) {
  const auto between = step_with_texts({5000, {2000, 2010}, true, false}, {2005, 5000});
  ASSERT_TRUE(between.fill);
  EXPECT_EQ(between.fill->end, 2005U);
  EXPECT_EQ(*step_with_texts({60, {0, 10}, true, false}, {0, 45}).fill, (RowRange{45, 60}));
  EXPECT_FALSE(step_with_texts({5000, {2000, 2010}, true, false}, {1960, 2050}).fill);
}

TEST(Paging, AsksSeldomOfWhoScrollsDownThroughDroppedTexts) {
  std::size_t known = 100, asked = 0;
  for (std::size_t top = 0; top < 1000; ++top) {
    const auto step = step_with_texts({5000, {top, top + 10}, true, false}, {0, known});
    if (step.fill) ++asked, known = step.fill->end;
  }
  EXPECT_LE(asked, 10U);
}

TEST(Paging, KeepsTheTextsOfAThousandRowsOnEitherSide) {
  EXPECT_EQ(step_with_texts({5000, {2000, 2010}, true, false}, {0, 5000}).keep, (RowRange{1000, 3010}));
  EXPECT_EQ(step_with_texts({50, {0, 10}, true, false}, {0, 50}).keep, (RowRange{0, 50}));
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
