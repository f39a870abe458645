// SPDX-License-Identifier: MIT
#include "inbound_limits.hpp"
#include "lifetime.hpp"

#include <gtest/gtest.h>

namespace p2pchat::socket_transport {
namespace {

constexpr std::uint64_t second = 1'000'000;

TEST(InboundLimits, GiveFewToOneAddressWhateverThePort) {
  InboundLimits limits(10, 2);
  EXPECT_TRUE(limits.admit(*parse_endpoint("192.0.2.1:1")));
  EXPECT_TRUE(limits.admit(*parse_endpoint("192.0.2.1:2")));
  EXPECT_FALSE(limits.admit(*parse_endpoint("192.0.2.1:3")));
  EXPECT_TRUE(limits.admit(*parse_endpoint("192.0.2.2:3")));
  limits.leave(*parse_endpoint("192.0.2.1:1"));
  EXPECT_TRUE(limits.admit(*parse_endpoint("192.0.2.1:3")));
}

TEST(InboundLimits, CountASixtyFourBitNetworkAsOneAddress) {
  InboundLimits limits(10, 1);
  EXPECT_TRUE(limits.admit(*parse_endpoint("[2001:db8::1]:1")));
  EXPECT_FALSE(limits.admit(*parse_endpoint("[2001:db8::ffff:2]:1")));
  EXPECT_TRUE(limits.admit(*parse_endpoint("[2001:db8:0:1::1]:1")));
}

TEST(InboundLimits, CountLoopbackInTotalOnly) {
  InboundLimits limits(3, 1);
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(limits.admit(*parse_endpoint("127.0.0.1:1")));
  EXPECT_FALSE(limits.admit(*parse_endpoint("192.0.2.1:1")));
  limits.leave(*parse_endpoint("127.0.0.1:1"));
  EXPECT_TRUE(limits.admit(*parse_endpoint("192.0.2.1:1")));
}

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
}  // namespace p2pchat::socket_transport
