// SPDX-License-Identifier: MIT
#include "transport/lifetime.hpp"

#include <gtest/gtest.h>

namespace p2pchat::transport {
namespace {

constexpr std::uint64_t second = 1'000'000;

TEST(Lifetime, EndsAStrangerWhoSaysNothing) {
  Activity activity{.opened_us = second, .written_us = second, .inbound = true};
  EXPECT_EQ(overdue(activity, 30 * second), nullptr);
  EXPECT_NE(overdue(activity, 32 * second), nullptr);
  activity.heard_us = 20 * second;
  EXPECT_EQ(overdue(activity, 32 * second), nullptr);
  activity = {.opened_us = second, .written_us = second};
  EXPECT_EQ(overdue(activity, 32 * second), nullptr);  // this side dialled, it may wait for what to say
}

TEST(Lifetime, EndsAConnectionWhoseReaderStopped) {
  Activity activity{.opened_us = second, .heard_us = 99 * second, .written_us = 100 * second, .waiting = true};
  EXPECT_EQ(overdue(activity, 159 * second), nullptr);
  EXPECT_NE(overdue(activity, 161 * second), nullptr);
  activity.waiting = false;
  EXPECT_EQ(overdue(activity, 161 * second), nullptr);
}

TEST(Lifetime, EndsWhatIsIdle) {
  const Activity activity{.opened_us = second, .heard_us = 50 * second, .written_us = 100 * second};
  EXPECT_EQ(overdue(activity, 1'000 * second), nullptr);
  EXPECT_NE(overdue(activity, 1'001 * second), nullptr);
}

TEST(Lifetime, GivesAClosingConnectionTenSecondsSinceItsLastProgress) {
  Activity activity{.opened_us = second, .written_us = 100 * second, .closing_us = 95 * second};
  EXPECT_EQ(overdue(activity, 110 * second), nullptr);
  EXPECT_NE(overdue(activity, 111 * second), nullptr);
}

TEST(Lifetime, ForgivesAClockThatStandsBehind) {
  const Activity activity{.opened_us = 1'000 * second, .written_us = 1'000 * second, .inbound = true};
  EXPECT_EQ(overdue(activity, second), nullptr);
}

}  // namespace
}  // namespace p2pchat::transport
