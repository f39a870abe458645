// SPDX-License-Identifier: MIT
#include "presentation/pending.hpp"

#include <gtest/gtest.h>

namespace p2pchat::presentation {
namespace {

TEST(PendingCalls, TheOldestThatWaitsCounts) {
  const Pending pending;
  EXPECT_EQ(pending.longest_us(100), 0U);
  auto first = pending.begin(100);
  const auto second = pending.begin(150);
  EXPECT_EQ(pending.longest_us(200), 100U);
  first.reset();
  EXPECT_EQ(pending.longest_us(200), 50U);
}

TEST(PendingCalls, ACallThatIsDroppedWaitsNoMore) {
  const Pending pending;
  {
    const auto copy = [mark = pending.begin(1)] { return mark != nullptr; };
    EXPECT_TRUE(copy());
  }
  EXPECT_EQ(pending.longest_us(500), 0U);
}

TEST(PendingCalls, AMarkMayOutliveWhatItMarks) {
  Pending::Mark mark;
  { mark = Pending().begin(1); }
  EXPECT_EQ(mark.use_count(), 1);
}

TEST(PendingCalls, AClockThatWentBackIsNoWait) {
  const Pending pending;
  const auto mark = pending.begin(500);
  EXPECT_EQ(pending.longest_us(100), 0U);
}

}  // namespace
}  // namespace p2pchat::presentation
