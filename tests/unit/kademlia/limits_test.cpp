// SPDX-License-Identifier: MIT
#include "guests.hpp"
#include "links.hpp"
#include "periods.hpp"
#include "round_trip.hpp"
#include "routing/rate_limit.hpp"
#include "upkeep.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <random>

namespace p2pchat::kademlia {
namespace {

Address address(std::uint32_t number) {
  return *parse_address("5." + std::to_string(number / 65536) + '.' + std::to_string(number / 256 % 256) + '.' +
                        std::to_string(number % 256) + ":1");
}

TEST(RoundTrip, UnknownNodesGetFourHundredMilliseconds) {
  const RoundTrip unknown;
  EXPECT_EQ(unknown.timeout_us(), 400'000U);
  EXPECT_EQ(unknown.mean_ms(), 0U);
}

TEST(RoundTrip, SaysHowLongStrangersGetByHowLongOthersTake) {
  RoundTrip near, far;
  EXPECT_EQ(near.stranger_timeout_us(), RoundTrip::unknown_us);
  for (int i = 0; i < 100; ++i) near.sample(1'000), far.sample(300'000);
  EXPECT_EQ(near.stranger_timeout_us(), RoundTrip::least_us);
  EXPECT_EQ(far.stranger_timeout_us(), RoundTrip::unknown_us);
}

TEST(RoundTrip, WaitsFourDeviationsBeyondTheMean) {
  RoundTrip steady;
  steady.sample(100'000);
  EXPECT_EQ(steady.timeout_us(), 300'000U);  // 100 + 4 * 50
  for (int i = 0; i < 100; ++i) steady.sample(100'000);
  EXPECT_EQ(steady.timeout_us(), 100'000U);
  EXPECT_EQ(steady.mean_ms(), 100U);
}

TEST(RoundTrip, WaitsNeitherTooShortNorTooLong) {
  RoundTrip fast, slow;
  for (int i = 0; i < 100; ++i) fast.sample(10), slow.sample(60 * second_us);
  EXPECT_EQ(fast.timeout_us(), 50'000U);
  EXPECT_EQ(slow.timeout_us(), second_us);
  EXPECT_EQ(fast.mean_ms(), 1U);  // 0 would say unknown
}

TEST(RateLimit, AllowsSoManyASecondAndSavesOneSecondUp) {
  RateLimit limit(20);
  std::uint64_t now_us = 100 * second_us;
  const auto taken = [&] {
    int count = 0;
    while (limit.take(now_us)) ++count;
    return count;
  };
  EXPECT_EQ(taken(), 20);
  now_us += second_us / 2;
  EXPECT_EQ(taken(), 10);
  now_us += 100 * second_us;
  EXPECT_EQ(taken(), 20);
}

TEST(RateLimit, AClockThatStandsStillOrGoesBackGivesNothing) {
  RateLimit limit(1);
  EXPECT_TRUE(limit.take(100 * second_us));
  EXPECT_FALSE(limit.take(100 * second_us));
  EXPECT_FALSE(limit.take(1));
  EXPECT_TRUE(limit.take(101 * second_us));
}

TEST(SourceLimit, CountsANetworkTogetherButNotLoopback) {
  SourceLimit limit(20);
  const auto first = *parse_address("5.6.7.8:1"), second = *parse_address("5.6.7.9:2"),
             other = *parse_address("5.6.8.1:1");
  const auto loopback = *parse_address("127.0.0.1:1");
  for (int i = 0; i < 20; ++i) EXPECT_TRUE(limit.take(i % 2 ? first : second, second_us));
  EXPECT_FALSE(limit.take(first, second_us));
  EXPECT_TRUE(limit.take(other, second_us));
  for (int i = 0; i < 1000; ++i) EXPECT_TRUE(limit.take(loopback, second_us));
}

TEST(SourceLimit, RefusesNetworksItHasNoRoomForUntilOthersAreQuiet) {
  SourceLimit limit(1);
  for (std::uint32_t i = 0; i < 4096; ++i) ASSERT_TRUE(limit.take(address(i * 256), second_us));
  EXPECT_FALSE(limit.take(address(5000 * 256), second_us));
  EXPECT_TRUE(limit.take(address(5000 * 256), 3 * second_us));
}

TEST(Guests, AFloodOfGreetingsEndsNoProvenSession) {
  Guests guests;
  const Guests::Key kept{Token{1}, address(1)};
  guests.add(kept, {.key = {1, 2, 3}, .used_us = 1});
  guests.prove(kept).used_us = 1;
  for (std::uint32_t i = 0; i < 2 * Guests::most; ++i) guests.add({Token{2}, address(i)}, {.used_us = 2 + i});
  EXPECT_EQ(guests.half_open(), Guests::most);
  ASSERT_TRUE(guests.find(kept));
  EXPECT_EQ(guests.find(kept)->key, (SharedKey{1, 2, 3}));
  EXPECT_FALSE(guests.find({Token{2}, address(0)})) << "the oldest half-open one made room";
  EXPECT_TRUE(guests.find({Token{2}, address(2 * Guests::most - 1)}));
}

TEST(Guests, WhoIsSilentForLongIsForgotten) {
  Guests guests;
  guests.add({Token{1}, address(1)}, {.used_us = 10});
  guests.add({Token{1}, address(2)}, {.used_us = 20});
  guests.prove({Token{1}, address(1)});
  guests.forget_before(15);
  EXPECT_FALSE(guests.find({Token{1}, address(1)}));
  EXPECT_TRUE(guests.find({Token{1}, address(2)}));
}

TEST(Links, TheOneUsedLongestAgoMakesRoom) {
  Links links;
  for (std::uint32_t i = 0; i <= Links::most; ++i) links.open({Id{}, address(i)}, 1 + (i + 5) % 1025);
  EXPECT_EQ(links.size(), Links::most);
  EXPECT_FALSE(links.find({Id{}, address(1020)})) << "used first";
  EXPECT_TRUE(links.find({Id{}, address(1019)}));
}

TEST(Links, AreOpenForHalfADay) {
  Link link{.key = SharedKey{1}, .proven_us = second_us};
  EXPECT_TRUE(link.is_open(second_us + 11 * 3600 * second_us));
  EXPECT_FALSE(link.is_open(second_us + 12 * 3600 * second_us));
  link.key.reset();
  EXPECT_FALSE(link.is_open(second_us));
}

TEST(Upkeep, TestsGoodEntriesAfterAQuarterOfAnHour) {
  const Entry entry{.verified_us = 5 * minute_us};
  EXPECT_FALSE(is_due(entry, 20 * minute_us));
  EXPECT_TRUE(is_due(entry, 20 * minute_us + 1));
}

TEST(TestPace, WaitsAQuarterOfAnHourWhereNobodyLeaves) {
  TestPace pace;
  EXPECT_EQ(pace.pause_us(), 2 * minute_us);
  for (int i = 0; i < 100; ++i) pace.tested(true);
  EXPECT_EQ(pace.pause_us(), 15 * minute_us);
  for (int i = 0; i < 100; ++i) pace.tested(false);
  EXPECT_EQ(pace.pause_us(), minute_us / 2);
}

TEST(TestPace, SettlesWhereOneInTwelveHasGone) {
  TestPace pace;
  std::mt19937 random(1);
  double pauses_us = 0;
  constexpr int first = 500, count = 5000;
  for (int i = 0; i < first + count; ++i) {
    const auto gone = 1 - std::exp(-double(pace.pause_us()) / double(15 * minute_us));  // of sessions of 15 minutes
    pace.tested(double(random()) / 4294967296.0 >= gone);
    if (i >= first) pauses_us += double(pace.pause_us());
  }
  const auto mean_us = pauses_us / count;
  EXPECT_GT(mean_us, 55e6);
  EXPECT_LT(mean_us, 100e6);
}

TEST(Upkeep, TriesSilentEntriesLessAndLessOftenButForEver) {
  Entry entry{.tried_us = 0, .failures = 1};
  std::uint64_t last_us = 0;
  for (std::uint32_t failures = 1; failures < 40; ++failures) {
    entry.failures = failures;
    std::uint64_t pause_us = 0;
    while (!is_due(entry, pause_us)) pause_us += minute_us / 2;
    EXPECT_GE(pause_us, last_us);
    EXPECT_LE(pause_us, 61 * minute_us);
    last_us = pause_us;
  }
}

}  // namespace
}  // namespace p2pchat::kademlia
