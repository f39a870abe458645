// SPDX-License-Identifier: MIT
#include "judge/quotas.hpp"

#include "bottler.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace bottle;

constexpr std::uint64_t hour_ms = 3600 * 1000;

TEST(HourlyLimit, AllowsSoManyInAnyHour) {
  HourlyLimit limit(3, 100);
  for (const std::uint64_t minute : {0U, 20U, 40U}) {
    EXPECT_TRUE(limit.has_room("a", then_ms + minute * 60'000));
    limit.take("a", then_ms + minute * 60'000);
  }
  EXPECT_FALSE(limit.has_room("a", then_ms + hour_ms - 1));
  EXPECT_TRUE(limit.has_room("b", then_ms + hour_ms - 1));
  EXPECT_TRUE(limit.has_room("a", then_ms + hour_ms));
  limit.take("a", then_ms + hour_ms);
  EXPECT_FALSE(limit.has_room("a", then_ms + hour_ms)) << "the window slides";
  EXPECT_TRUE(limit.has_room("a", then_ms + hour_ms + 20 * 60'000));
}

TEST(HourlyLimit, OfNothingAllowsNothing) { EXPECT_FALSE(HourlyLimit(0, 10).has_room("a", then_ms)); }

TEST(HourlyLimit, IsNotWornOutByAskingNorByRefusedTries) {
  HourlyLimit limit(1, 100);
  for (int i = 0; i < 10; ++i) EXPECT_TRUE(limit.has_room("a", then_ms));
  EXPECT_EQ(limit.size(), 0U);
}

TEST(HourlyLimit, HoldsABoundedNumberAndForgetsWhoeverWasQuietLongest) {
  HourlyLimit limit(1, 3);
  for (const auto* key : {"a", "b", "c"}) limit.take(key, then_ms);
  limit.take("a", then_ms + 1);
  limit.take("d", then_ms + 2);
  EXPECT_EQ(limit.size(), 3U);
  EXPECT_TRUE(limit.has_room("b", then_ms + 3));
  for (const auto* key : {"a", "c", "d"}) EXPECT_FALSE(limit.has_room(key, then_ms + 3)) << key;
}

TEST(HourlyLimit, AClockThatGoesBackOpensNothing) {
  HourlyLimit limit(1, 10);
  limit.take("a", then_ms);
  EXPECT_FALSE(limit.has_room("a", then_ms - 10 * hour_ms));
}

TEST(HourlyLimit, CountsTheSameAfterARestart) {
  HourlyLimit limit(2, 10);
  limit.take("old", then_ms - hour_ms);
  limit.take("a", then_ms - 1000), limit.take("a", then_ms - 500), limit.take("b", then_ms);
  const auto text = limit.snapshot(then_ms, 10'000);
  EXPECT_EQ(text, "a 1763923199123 1763923199623\nb 1763923200123\n");
  HourlyLimit again(2, 10);
  again.restore(text, then_ms);
  EXPECT_EQ(again.snapshot(then_ms, 10'000), text);
  EXPECT_FALSE(again.has_room("a", then_ms));
  EXPECT_TRUE(again.has_room("b", then_ms));
  EXPECT_TRUE(again.has_room("a", then_ms + hour_ms - 1000));
}

TEST(HourlyLimit, ASnapshotLeavesOutTheOldestWhenThereIsNoRoom) {
  HourlyLimit limit(2, 10);
  for (const auto* key : {"a", "b", "c"}) limit.take(key, then_ms);
  EXPECT_EQ(limit.snapshot(then_ms, 32), "b 1763923200123\nc 1763923200123\n");
  EXPECT_EQ(limit.snapshot(then_ms, 31), "c 1763923200123\n");
}

TEST(HourlyLimit, ASnapshotHoldsEverythingThatCountsAmongMuchThatDoesNot) {
  HourlyLimit limit(2, 10);
  limit.take("a", then_ms - 2 * hour_ms), limit.take("b", then_ms - hour_ms), limit.take("c", then_ms - hour_ms + 1);
  limit.take("a", then_ms - 5), limit.take("d", then_ms);
  EXPECT_EQ(limit.snapshot(then_ms, 1'000), "c 1763919600124\na 1763923200118\nd 1763923200123\n");
  HourlyLimit nothing(0, 10);
  nothing.take("a", then_ms);
  EXPECT_EQ(nothing.snapshot(then_ms, 1'000), "");
}

TEST(HourlyLimit, BrokenSnapshotsRestoreWhatIsWhole) {
  HourlyLimit limit(1, 10);
  limit.restore("\n \na\na \nb x\nc 99999999999999999999\nd 1763923200124\ne 1763923200123 y\nf 1763923200123",
                then_ms);
  for (const auto* key : {"a", "b", "c", "d"}) EXPECT_TRUE(limit.has_room(key, then_ms)) << key;
  for (const auto* key : {"e", "f"}) EXPECT_FALSE(limit.has_room(key, then_ms)) << key;
}

TEST(Rate, AllowsABurstAndThenItsRate) {
  constexpr RateLimit limit{.per_second = 20, .burst = 60};
  Rate rate;
  int taken = 0;
  for (int i = 0; i < 100; ++i) taken += rate.take(limit, then_ms);
  EXPECT_EQ(taken, 60);
  for (std::uint64_t ms = 1; ms <= 10'000; ++ms) taken += rate.take(limit, then_ms + ms);
  EXPECT_EQ(taken, 260);
  EXPECT_FALSE(rate.is_rested(limit, then_ms + 10'000 + 2990));
  EXPECT_TRUE(rate.is_rested(limit, then_ms + 10'000 + 3000));
}

TEST(Rate, AClockThatGoesBackGivesNothing) {
  constexpr RateLimit limit{.per_second = 1, .burst = 1};
  Rate rate;
  EXPECT_TRUE(rate.take(limit, then_ms));
  EXPECT_FALSE(rate.take(limit, 0));
  EXPECT_FALSE(rate.take(limit, then_ms + 999));
  EXPECT_TRUE(rate.take(limit, then_ms + 1000));
  EXPECT_TRUE(rate.take(limit, then_ms + 1'000'000'000'000));
}

TEST(PeerRates, CountEachPeerForItselfAndHoldABoundedNumber) {
  PeerRates rates({.per_second = 1, .burst = 1});
  for (unsigned i = 0; i < 1024; ++i) EXPECT_TRUE(rates.take(id_of(i), then_ms));
  EXPECT_FALSE(rates.take(id_of(0), then_ms));
  EXPECT_FALSE(rates.take(id_of(2000), then_ms)) << "no room while nobody is at rest";
  EXPECT_TRUE(rates.take(id_of(2000), then_ms + 1000));
}

class QuotasTest : public ::testing::Test {
 protected:
  Quotas quotas{Quotas::Limits{}};
  /// Counts a bottle if there is room for it.
  Refusal take(const Origin& origin, std::uint64_t at_ms = then_ms) {
    const auto refusal = quotas.room(origin, at_ms);
    if (refusal == Refusal::none) quotas.accepted(origin, at_ms);
    return refusal;
  }
  /// How many of a thousand are taken, one every 100 ms.
  int taken(Origin origin, bool new_senders, Refusal last) {
    int count = 0;
    Refusal refusal = Refusal::none;
    for (unsigned i = 0; i < 1000; ++i) {
      if (new_senders) origin.sender = id_of(i);
      refusal = take(origin, then_ms + i * 100);
      count += refusal == Refusal::none;
    }
    EXPECT_EQ(refusal, last);
    return count;
  }
};

TEST_F(QuotasTest, SixAnHourOfOneSender) { EXPECT_EQ(taken({.sender = id_of(1)}, false, Refusal::sender_quota), 6); }

TEST_F(QuotasTest, SixtyAnHourOfOneAddressOnItsFirstHop) {
  EXPECT_EQ(taken({.sender = {}, .endpoint = "203.0.113.7:1"}, true, Refusal::address_quota), 60);
  EXPECT_EQ(take({.sender = id_of(5000), .endpoint = "203.0.113.7:2"}, then_ms + 200'000), Refusal::address_quota)
      << "whatever the port";
  EXPECT_EQ(take({.sender = id_of(5000), .endpoint = "203.0.113.8:1"}, then_ms + 200'000), Refusal::none);
}

TEST_F(QuotasTest, BottlesThatOthersBringCountForNoAddress) {
  EXPECT_EQ(taken({.sender = {}, .endpoint = ""}, true, Refusal::none), 1000);
}

TEST_F(QuotasTest, LoopbackCountsForNoAddress) {
  EXPECT_EQ(taken({.sender = {}, .endpoint = "127.0.0.1:9"}, true, Refusal::none), 1000);
}

TEST_F(QuotasTest, AddressedToAnotherCountApart) {
  const Origin addressed{.sender = id_of(1), .endpoint = "", .destination = Destination::another};
  EXPECT_EQ(taken(addressed, false, Refusal::sender_quota), 64);
  EXPECT_EQ(take({.sender = id_of(1)}), Refusal::none);
}

TEST_F(QuotasTest, AddressedToMeCountInAllAlone) {
  EXPECT_EQ(taken({.sender = id_of(1), .endpoint = "", .destination = Destination::me}, false, Refusal::none), 1000);
}

TEST_F(QuotasTest, AHundredASecondInAll) {
  int count = 0;
  for (unsigned i = 0; i < 1000; ++i) count += take({.sender = id_of(i)}) == Refusal::none;
  EXPECT_EQ(count, 300);
  EXPECT_EQ(take({.sender = id_of(5000)}), Refusal::busy);
  EXPECT_EQ(take({.sender = id_of(5000)}, then_ms + 10), Refusal::none);
}

TEST_F(QuotasTest, AForgedBottleTakesNothingFromItsAllegedSender) {
  for (int i = 0; i < 100; ++i) EXPECT_EQ(quotas.room({.sender = id_of(1)}, then_ms), Refusal::none);
  EXPECT_EQ(taken({.sender = id_of(1)}, false, Refusal::sender_quota), 6);
}

TEST_F(QuotasTest, APeerBringsTwentyASecondAndSixtyAtOnce) {
  int count = 0;
  for (int i = 0; i < 100; ++i) count += quotas.arrives(id_of(1), then_ms) == Refusal::none;
  EXPECT_EQ(count, 60);
  EXPECT_EQ(quotas.arrives(id_of(1), then_ms), Refusal::peer_rate);
  EXPECT_EQ(quotas.arrives(id_of(2), then_ms), Refusal::none);
  EXPECT_EQ(quotas.arrives(id_of(1), then_ms + 50), Refusal::none);
}

TEST_F(QuotasTest, SettingsChangeTheLimits) {
  quotas = Quotas({.sender_per_hour = 2, .address_per_hour = 3});
  EXPECT_EQ(taken({.sender = id_of(1)}, false, Refusal::sender_quota), 2);
  EXPECT_EQ(taken({.sender = {}, .endpoint = "203.0.113.7:1"}, true, Refusal::address_quota), 3);
}

TEST_F(QuotasTest, ARestartForgetsNothing) {
  const Origin drift{.sender = id_of(1), .endpoint = "203.0.113.7:1"};
  const Origin addressed{.sender = id_of(1), .endpoint = "[2001:db8::1]:1", .destination = Destination::another};
  for (int i = 0; i < 6; ++i) EXPECT_EQ(take(drift), Refusal::none);
  for (int i = 0; i < 64; ++i) EXPECT_EQ(take(addressed), Refusal::none);
  for (unsigned i = 0; i < 54; ++i) take({.sender = id_of(100 + i), .endpoint = "203.0.113.7:1"});
  const auto text = quotas.snapshot(then_ms);
  quotas = Quotas(Quotas::Limits{});
  quotas.restore(text, then_ms + 1000);
  EXPECT_EQ(quotas.snapshot(then_ms), text);
  EXPECT_EQ(take(drift, then_ms + 1000), Refusal::sender_quota);
  EXPECT_EQ(take(addressed, then_ms + 1000), Refusal::sender_quota);
  EXPECT_EQ(take({.sender = id_of(9), .endpoint = "203.0.113.7:1"}, then_ms + 1000), Refusal::address_quota);
  EXPECT_EQ(take(drift, then_ms + hour_ms), Refusal::none);
}

TEST_F(QuotasTest, ASnapshotIsBoundedAndKeepsTheNewest) {
  for (unsigned i = 0; i < 20'000; ++i) quotas.accepted({.sender = id_of(i)}, then_ms + i);
  const auto text = quotas.snapshot(then_ms + 20'000);
  EXPECT_LE(text.size(), 512U * 1024);
  quotas = Quotas(Quotas::Limits{.sender_per_hour = 1});
  quotas.restore(text, then_ms + 20'000);
  EXPECT_EQ(take({.sender = id_of(19'999)}, then_ms + 20'000), Refusal::sender_quota);
  EXPECT_EQ(take({.sender = id_of(0)}, then_ms + 20'000), Refusal::none);
}

TEST_F(QuotasTest, NothingRestoresNothing) {
  quotas.restore("", then_ms);
  quotas.restore("--\n", then_ms);
  quotas.restore("rubbish", then_ms);
  EXPECT_EQ(quotas.snapshot(then_ms), "--\n--\n--\n--\n");
}

TEST(AddressKey, IsWhatOneOwnerHas) {
  EXPECT_EQ(address_key("203.0.113.7:1"), address_key("203.0.113.7:65535"));
  EXPECT_NE(address_key("203.0.113.7:1"), address_key("203.0.113.8:1"));
  EXPECT_EQ(address_key("[2001:db8::1]:1"), address_key("[2001:db8::ffff:0:0:2]:1")) << "one /64";
  EXPECT_NE(address_key("[2001:db8::1]:1"), address_key("[2001:db8:0:1::1]:1"));
  EXPECT_EQ(address_key("somewhere:1"), address_key("somewhere:2"));
  for (const auto* endpoint : {"", "127.0.0.1:1", "127.9.9.9:1", "[::1]:1"}) EXPECT_EQ(address_key(endpoint), "");
}

}  // namespace
}  // namespace p2pchat::test
