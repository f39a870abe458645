// SPDX-License-Identifier: MIT
#include "reachability.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t minute = 60'000'000;

Address at(const char* text) { return *parse_address(text); }

/// A node behind nothing, or a router, that knows three others in three networks.
struct AReachability : testing::Test {
  AReachability() { reach.set_listening({at("192.168.1.5:12476")}); }
  bool judge(std::uint64_t now_us = 1) { return reach.judge(known, now_us); }
  void all_see(const char* me, std::uint64_t now_us = 1) {
    for (const auto& by : known) reach.seen(by, at(me), now_us);
  }
  void two_fail(std::uint64_t now_us = 1) {
    reach.dialled(known[0], false, now_us);
    reach.dialled(known[1], false, now_us);
  }
  Standing standing() const { return reach.standing(); }
  Reachability reach;
  std::vector<Address> known = {at("5.1.1.1:1"), at("5.2.2.2:2"), at("5.3.3.3:3")};
};

TEST_F(AReachability, CountsAnAddressWhenThreeNetworksSayTheSame) {
  reach.seen(known[0], at("203.0.114.9:7"), 1);
  reach.seen(known[1], at("203.0.114.9:7"), 1);
  judge();
  EXPECT_EQ(reach.summary(), "unknown");
  reach.seen(at("5.2.2.77:9"), at("203.0.114.9:7"), 1);  // of a network that spoke already
  judge();
  EXPECT_EQ(reach.summary(), "unknown");
  reach.seen(known[2], at("203.0.114.9:7"), 1);
  EXPECT_TRUE(judge());
  EXPECT_EQ(reach.summary(), "unknown 203.0.114.9:7");
}

TEST_F(AReachability, BelievesFewerWhereFewerAreKnownAndKeepsThatWhenMoreAre) {
  known.resize(1);
  all_see("203.0.114.9:7");
  judge();
  EXPECT_EQ(reach.summary(), "unknown 203.0.114.9:7");
  known.push_back(at("5.9.9.9:9"));
  EXPECT_FALSE(judge());
}

TEST_F(AReachability, IsOpenOnceSomebodyDialledIt) {
  all_see("203.0.114.9:7");
  judge();
  EXPECT_FALSE(reach.offers_to(known[0]));  // the address is none of this machine's
  reach.dialled(known[2], true, 1);
  judge();
  EXPECT_EQ(reach.summary(), "open 203.0.114.9:7");
  EXPECT_TRUE(reach.offers_to(known[0]));
  EXPECT_FALSE(reach.is_client());
}

TEST_F(AReachability, IsBehindARouterWhenTwoTriedInVain) {
  all_see("203.0.114.9:7");
  reach.dialled(known[0], false, 1);
  judge();
  EXPECT_EQ(standing(), Standing::unknown);
  reach.dialled(known[1], false, 1);
  judge();
  EXPECT_EQ(reach.summary(), "router 203.0.114.9:7");
  EXPECT_FALSE(reach.offers_to(known[0]));
  EXPECT_TRUE(reach.is_client());
}

TEST_F(AReachability, SeesThatARouterGivesEachAPortOfHisOwn) {
  reach.seen(known[0], at("203.0.114.9:7"), 1);
  reach.seen(known[1], at("203.0.114.9:8"), 1);
  reach.seen(known[2], at("203.0.114.9:9"), 1);
  two_fail();
  judge();
  EXPECT_EQ(standing(), Standing::random_router);
}

TEST_F(AReachability, LearnsThatADoorWasOpenedAndShutAgain) {
  all_see("203.0.114.9:7");
  two_fail();
  judge();
  ASSERT_TRUE(reach.is_client());
  reach.dialled(known[0], true, minute);
  EXPECT_TRUE(judge(minute));
  EXPECT_FALSE(reach.is_client());
  all_see("203.0.114.9:7", 17 * minute);
  two_fail(17 * minute);
  EXPECT_TRUE(judge(17 * minute));
  EXPECT_TRUE(reach.is_client());
}

TEST_F(AReachability, OffersItselfInItsOwnNetworkWhateverIsOutside) {
  all_see("203.0.114.9:7");
  two_fail();
  judge();
  EXPECT_TRUE(reach.offers_to(at("192.168.1.9:12476")));
  EXPECT_TRUE(reach.offers_to(at("127.0.0.1:12476")));
}

TEST_F(AReachability, OffersItselfBeforeAnybodyTestedItWhenItSeesItsOwnAddress) {
  EXPECT_FALSE(reach.offers_to(known[0]));
  EXPECT_FALSE(reach.offers_to(std::nullopt));
  reach.set_listening({at("203.0.114.9:12476")});
  EXPECT_TRUE(reach.offers_to(known[0]));
  all_see("203.0.114.200:7");
  judge();
  EXPECT_FALSE(reach.offers_to(known[0]));
}

TEST_F(AReachability, OffersItselfWithoutATransportThatTests) {
  const Reachability untested;
  EXPECT_TRUE(untested.offers_to(known[0]));
  EXPECT_FALSE(untested.is_client());
}

TEST_F(AReachability, IsBlockedWhenTheTransportSaysSoUnlessSomebodyDialled) {
  reach.set_blocked(true);
  judge();
  EXPECT_EQ(reach.summary(), "blocked");
  EXPECT_TRUE(reach.is_client());
}

TEST_F(AReachability, HearsNothingFromItsOwnNetworkAndForgetsAfterAQuarterOfAnHour) {
  reach.seen(at("192.168.1.9:1"), at("203.0.114.9:7"), 1);
  reach.seen(known[0], at("192.168.1.5:7"), 1);
  reach.seen(known[0], at("[2a01:db8::1]:7"), 1);
  judge();
  EXPECT_EQ(reach.summary(), "unknown");
  all_see("203.0.114.9:7");
  two_fail();
  judge();
  EXPECT_EQ(standing(), Standing::router);
  judge(16 * minute);
  EXPECT_EQ(reach.summary(), "unknown");
}

}  // namespace
}  // namespace p2pchat::kademlia
