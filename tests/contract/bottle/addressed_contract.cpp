// SPDX-License-Identifier: MIT
#include "bottle_contract.hpp"

namespace p2pchat::test {
namespace {

using sdk::Errc;

/// What a listener heard.
struct Parcels {
  std::vector<std::pair<sdk::Id, std::string>> heard;  // from whom, what
  bool takes = true;
  void listen(BottleSea& sea, std::size_t node) {
    sea.bottle(node).on_addressed([this, &sea, node](const sdk::Id& bottle, const sdk::Id& from, sdk::bytes sealed) {
      heard.emplace_back(from, std::string(sealed.text()));
      if (takes) sea.bottle(node).taken(bottle);
    });
  }
};

#define CAST_TO(node, to, text, ttl) \
  ask([&](sdk::StatusFn&& done) { sea->bottle(node).cast_to(to, sdk::bytes::of(text), ttl, std::move(done)); })

TEST_P(BottleContract, AnAddressedBottleReachesItsReceiverAndNobodySeesIt) {
  Parcels parcels;
  parcels.listen(*sea, 5);
  EXPECT_EQ(CAST_TO(0, sea->id(5), "for you", 0), Errc::ok);
  until([&] { return !parcels.heard.empty(); }, "heard");
  sea->clock().run_for(60'000);
  EXPECT_EQ(parcels.heard, (std::vector{std::pair(sea->id(0), std::string("for you"))}));
  for (std::size_t i = 0; i < count; ++i) EXPECT_TRUE(beach(i).empty());
}

TEST_P(BottleContract, AnAddressedBottleWaitsForAReceiverWhoIsAwayAlthoughItsSenderLeft) {
  const auto receiver = sea->id(5);
  sea->crash(5);
  EXPECT_EQ(CAST_TO(0, receiver, "for you", 0), Errc::ok);
  sea->clock().run_for(60'000);
  sea->crash(0);
  sea->clock().run_for(3'600'000);
  sea->boot(5);
  Parcels parcels;
  parcels.listen(*sea, 5);
  until([&] { return !parcels.heard.empty(); }, "collected");
  sea->clock().run_for(1'200'000);
  EXPECT_EQ(parcels.heard.size(), 1U);
}

TEST_P(BottleContract, AnAddressedBottleIsHeardAgainUntilItIsTaken) {
  Parcels parcels;
  parcels.takes = false;
  parcels.listen(*sea, 5);
  EXPECT_EQ(CAST_TO(0, sea->id(5), "for you", 0), Errc::ok);
  until([&] { return parcels.heard.size() == 2; }, "heard again");
  sea->crash(5);
  sea->boot(5);
  parcels.takes = true;
  parcels.listen(*sea, 5);
  until([&] { return parcels.heard.size() == 3; }, "heard after a restart");
  sea->clock().run_for(1'200'000);
  EXPECT_EQ(parcels.heard.size(), 3U);
}

TEST_P(BottleContract, ATakenBottleIsErasedAtSea) {
  const auto receiver = sea->id(5);
  sea->crash(5);
  EXPECT_EQ(CAST_TO(0, receiver, "for you", 0), Errc::ok);
  sea->clock().run_for(60'000);
  sea->boot(5);
  Parcels parcels;
  parcels.listen(*sea, 5);
  until([&] { return !parcels.heard.empty(); }, "collected");
  sea->clock().run_for(60'000);
  // Whoever has the receiver's key, but nothing of its disk, collects nothing any more.
  EXPECT_EQ(parcels.heard.size(), 1U);
}

TEST_P(BottleContract, AddressedBottlesOutsideTheLimitsAreRefused) {
  EXPECT_EQ(CAST_TO(0, sea->id(5), std::string(16 * 1024 + 1, 'x'), 0), Errc::too_large);
  EXPECT_EQ(CAST_TO(0, sea->id(5), std::string(16 * 1024, 'x'), 0), Errc::ok);
  EXPECT_EQ(CAST_TO(0, sea->id(5), "x", 14 * 24 * 3600 + 1), Errc::invalid);
  EXPECT_EQ(CAST_TO(0, sea->id(0), "x", 0), Errc::invalid);
}

TEST_P(BottleContract, AnAddressedBottleThatNobodyTakesTimesOut) {
  for (std::size_t i = 1; i < count; ++i) sea->crash(i);
  EXPECT_EQ(CAST_TO(0, sea->id(5), "for you", 0), Errc::timed_out);
}

}  // namespace
}  // namespace p2pchat::test
