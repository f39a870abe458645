// SPDX-License-Identifier: MIT
#include "sessions/handshake_limits.hpp"
#include "sessions/peer_lines.hpp"
#include "sessions/record_text.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

TEST(HandshakeLimits, FiveAtOnceThenTwentyASecond) {
  messaging::HandshakeLimits limits;
  int admitted = 0;
  for (int i = 0; i < 100; ++i) admitted += limits.admit("192.0.2.1:" + std::to_string(i), 1'000);
  EXPECT_EQ(admitted, 5);
  for (std::uint64_t us = 0; us < 10'000'000; us += 1'000) admitted += limits.admit("192.0.2.1:1", 1'000 + us);
  EXPECT_GE(admitted, 5 + 199);
  EXPECT_LE(admitted, 5 + 200);
}

TEST(HandshakeLimits, AddressesDoNotShareThem) {
  messaging::HandshakeLimits limits;
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(limits.admit("[2001:db8::1]:1", 0));
  EXPECT_FALSE(limits.admit("[2001:db8::1]:2", 0));
  EXPECT_TRUE(limits.admit("[2001:db8::2]:1", 0));
}

TEST(HandshakeLimits, LeaveThisMachineToTheLimitOfAll) {
  messaging::HandshakeLimits limits;
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(limits.admit("127.0.0.1:" + std::to_string(i), 0));
  for (int i = 0; i < 100; ++i) EXPECT_TRUE(limits.admit("[::1]:" + std::to_string(i), 0));
  EXPECT_EQ(limits.remembered(), 0U);
  int admitted = 0;
  for (int i = 0; i < 100; ++i) admitted += limits.admit("[::1:2]:" + std::to_string(i), 0);
  for (int i = 0; i < 100; ++i) admitted += limits.admit("12.7.0.1:" + std::to_string(i), 0);
  EXPECT_EQ(admitted, 10);
}

TEST(HandshakeLimits, RememberABoundedNumberOfAddresses) {
  messaging::HandshakeLimits limits;
  std::size_t admitted = 0;
  for (int i = 0; i < 10'000; ++i) admitted += limits.admit("host" + std::to_string(i) + ":1", 0);
  EXPECT_EQ(admitted, 4'096u);
  EXPECT_TRUE(limits.admit("another:1", 1'000'000));
  EXPECT_EQ(limits.remembered(), 1u);
}

TEST(RecordText, SplitsLinesAndWords) {
  const auto record = messaging::split_record("one\n!future word\ntwo\n!goodbye\n!heard\n");
  ASSERT_TRUE(record);
  EXPECT_EQ(record->lines, (std::vector<std::string_view>{"one", "two"}));
  EXPECT_TRUE(record->goodbye && record->heard);
  const auto quiet = messaging::split_record("goodbye\n!goodbyes\n!hear\n");
  ASSERT_TRUE(quiet);
  EXPECT_FALSE(quiet->goodbye || quiet->heard);
  EXPECT_TRUE(messaging::split_record("")->lines.empty());
}

TEST(RecordText, RefusesWhatIsNotLines) {
  for (auto text : {"\n", "one", "one\ntwo", "one\n\n"}) EXPECT_FALSE(messaging::split_record(text)) << text;
  EXPECT_TRUE(messaging::split_record(std::string(messaging::max_line, 'x') + "\n"));
  EXPECT_FALSE(messaging::split_record(std::string(messaging::max_line + 1, 'x') + "\n"));
}

}  // namespace
}  // namespace p2pchat::test
