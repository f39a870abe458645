// SPDX-License-Identifier: MIT
#include "inbound_limits.hpp"

#include <gtest/gtest.h>

namespace p2pchat::socket_transport {
namespace {

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

}  // namespace
}  // namespace p2pchat::socket_transport
