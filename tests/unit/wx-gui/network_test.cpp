// SPDX-License-Identifier: MIT
#include "model/network_words.hpp"

#include <gtest/gtest.h>

#include <numbers>

namespace p2pchat::wx_gui {
namespace {

sdk::Id id(std::uint8_t first, std::uint8_t second = 0, std::uint8_t third = 0) {
  sdk::Id made;
  made.b[0] = first, made.b[1] = second, made.b[2] = third;
  return made;
}

constexpr sdk::Id me{};

TableNode node(const sdk::Id& who, std::uint32_t bucket, std::uint32_t rtt_ms = 0, std::uint32_t age_s = 0) {
  return {who, "192.0.2.1:1", rtt_ms, bucket, age_s};
}

TEST(Ring, PutsTheFarthestBucketOutsideAndTheNearestInside) {
  const auto far = ring_place(id(0x80), me, 6), near = ring_place(id(0x04), me, 6), myself = ring_place(me, me, 6);
  EXPECT_GT(far.radius, 5.0 / 6);
  EXPECT_LT(far.radius, 1);
  EXPECT_GT(near.radius, 0);
  EXPECT_LT(near.radius, 1.0 / 6);
  EXPECT_EQ(myself.radius, 0);
}

TEST(Ring, TurnsByTheBitsBehindTheSharedPrefix) {
  EXPECT_DOUBLE_EQ(ring_place(id(0x80), me, 6).angle, 0);
  EXPECT_DOUBLE_EQ(ring_place(id(0xC0), me, 6).angle, std::numbers::pi);
  EXPECT_DOUBLE_EQ(ring_place(id(0xA0), me, 6).angle, std::numbers::pi / 2);
  EXPECT_DOUBLE_EQ(ring_place(id(0x60), me, 6).angle, std::numbers::pi);
}

TEST(Ring, KeepsWhatIsNearerThanItHasRingsInTheMiddle) {
  const auto place = ring_place(id(0, 0, 1), me, 6);
  EXPECT_GT(place.radius, 0);
  EXPECT_LT(place.radius, 1.0 / 6);
}

TEST(NetworkView, CountsBucketsUpToTheNearestInUse) {
  const auto view = network_view({{}, {node(id(0x80), 0), node(id(0xC0), 0), node(id(0x20), 2)}}, me);
  ASSERT_EQ(view.bars.size(), 3U);
  EXPECT_EQ(view.bars[0].nodes, 2U);
  EXPECT_EQ(view.bars[1].nodes, 0U);
  EXPECT_EQ(view.bars[2].nodes, 1U);
  EXPECT_EQ(view.rings, 6U);
}

TEST(NetworkView, HasARingForEachBucketOfALargeNetwork) {
  EXPECT_EQ(network_view({{}, {node(id(0, 0x10), 11)}}, me).rings, 12U);
}

TEST(NetworkView, ShowsASessionWithANodeThatTheTableDoesNotHold) {
  const auto view =
      network_view({{{id(0x40), "192.0.2.9:9", 0}, {id(0x80), "192.0.2.1:1", 0}}, {node(id(0x80), 0)}}, me);
  ASSERT_EQ(view.nodes.size(), 2U);
  EXPECT_EQ(view.sessions, 2U);
  EXPECT_EQ(view.in_table, 1U);
  EXPECT_FALSE(view.find(id(0x40))->in_table);
  EXPECT_EQ(view.find(id(0x40))->node.bucket, 1U);
  EXPECT_TRUE(view.find(id(0x80))->session);
}

TEST(NetworkView, TakesTheMedianOfTheRoundTripsThatAreKnown) {
  const auto view =
      network_view({{}, {node(id(1), 7, 900), node(id(2), 6, 10), node(id(4), 5, 30), node(id(8), 4)}}, me);
  EXPECT_EQ(view.usual_rtt_ms, 30U);
}

TEST(NetworkView, OfNothingIsEmpty) {
  const auto view = network_view({}, me);
  EXPECT_TRUE(view.nodes.empty());
  EXPECT_TRUE(view.bars.empty());
  EXPECT_EQ(view.usual_rtt_ms, 0U);
}

TEST(NetworkVerdict, SaysWhetherSomebodyAnswers) {
  const English english;
  const auto kind = [&](const NetworkView& view) { return network_verdict(view, Reach::unknown, english).kind; };
  EXPECT_EQ(kind({}), Verdict::Kind::alone);
  EXPECT_EQ(kind(network_view({{}, {node(id(1), 7, 0, stale_s)}}, me)), Verdict::Kind::doubtful);
  EXPECT_EQ(kind(network_view({{}, {node(id(1), 7, 0, stale_s - 1)}}, me)), Verdict::Kind::connected);
}

TEST(NetworkVerdict, SaysHowOthersReachMeAsFarAsThatIsKnown) {
  const English english;
  const auto view = network_view({{}, {node(id(1), 7, 0, 0)}}, me);
  for (const auto& [verdict, says] : {std::pair{"", "is not known"},
                                      {"unknown", "is not known"},
                                      {"opened 203.0.113.7:1", "is not known"},
                                      {"open 203.0.113.7:12476", "can reach you from outside"},
                                      {"router 203.0.113.7:12476", "open the port"},
                                      {"random-router 203.0.113.7:0", "hides you"},
                                      {"blocked", "no datagram through"}}) {
    const auto words = network_verdict(view, read_reach(verdict), english).words;
    EXPECT_NE(words.find(says), std::string::npos) << verdict << ": " << words;
  }
}

TEST(NetworkWords, TellANodeInALine) {
  const English english;
  const auto view = network_view({{}, {node(id(0x20), 2, 12, 300)}}, me);
  EXPECT_EQ(node_words(view.nodes[0], "bob\n", english),
            "bob⏎ · 192.0.2.1:1 · 12 ms · shares 2 bits with you · 5 minutes ago");
  EXPECT_EQ(network_summary(view, english), "1 node · 1 bucket in use · 0 sessions");
}

TEST(Lookups, FollowOneFromItsFirstQuestionToItsEnd) {
  LiveLookups lookups;
  lookups.asks(id(9), id(1), 1000);
  lookups.asks(id(9), id(2), 1100);
  ASSERT_EQ(lookups.all().size(), 1U);
  EXPECT_EQ(lookups.all()[0].asked, (std::vector{id(1), id(2)}));
  lookups.ended(id(9), LookupEnd::done, 1200);
  EXPECT_TRUE(lookups.all()[0].ended);
  EXPECT_TRUE(lookups.forget(5000));
  EXPECT_FALSE(lookups.forget(5300));
  EXPECT_EQ(lookups.begun(), 1U);
  EXPECT_EQ(lookups.questions(), 2U);
}

TEST(Lookups, BeginAnewForATargetWhoseLookupHasEnded) {
  LiveLookups lookups;
  lookups.asks(id(9), id(1), 1000);
  lookups.ended(id(9), LookupEnd::in_vain, 1100);
  lookups.asks(id(9), id(1), 1200);
  EXPECT_EQ(lookups.all().size(), 2U);
  lookups.ended(id(7), LookupEnd::done, 1300);  // nobody heard it begin
  EXPECT_EQ(lookups.all().size(), 2U);
}

TEST(Lookups, GoFromHopToHop) {
  LiveLookup lookup;
  lookup.target = id(0x0F);
  for (const std::uint8_t first : {0x80, 0x40, 0x20, 0x10, 0xC0, 0xA0}) lookup.asked.push_back(id(first));
  for (const auto& hop : hops_of(lookup, me)) {
    EXPECT_EQ(hop.from, me);
    EXPECT_EQ(hop.number, 1U);
  }
  for (const std::uint8_t next : {0x08, 0x0C, 0x18}) lookup.asked.push_back(id(next));
  auto hops = hops_of(lookup, me);
  EXPECT_EQ(hops[6].from, id(0x80));  // the only one that has answered for sure
  EXPECT_EQ(hops[7].from, id(0x40));
  EXPECT_EQ(hops[8].from, id(0x20));  // 0x0C is nearer, but need not have answered
  EXPECT_EQ(hops[8].number, 2U);
  for (const std::uint8_t next : {0x1C, 0x1A, 0x19, 0x0E}) lookup.asked.push_back(id(next));
  hops = hops_of(lookup, me);
  EXPECT_EQ(hops.back().from, id(0x08));  // the newest that has answered for sure, and the nearest of them
  EXPECT_EQ(hops.back().number, 3U);
}

TEST(NetworkView, TellsWhoIsDoubtfulFromWhoIsSilent) {
  const auto view = network_view({{}, {node(id(1), 7, 0, stale_s), node(id(2), 6, 0, silent_s)}}, me);
  EXPECT_FALSE(view.find(id(1))->fresh);
  EXPECT_FALSE(view.find(id(1))->silent);
  EXPECT_TRUE(view.find(id(2))->silent);
}

TEST(Lookups, KeepOnlyTheNewest) {
  LiveLookups lookups;
  for (std::uint8_t each = 0; each < 40; ++each) lookups.asks(id(each), id(1), 1000);
  ASSERT_EQ(lookups.all().size(), LiveLookups::most);
  EXPECT_EQ(lookups.all().back().target, id(39));
}

}  // namespace
}  // namespace p2pchat::wx_gui
