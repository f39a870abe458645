// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"
#include "sea.hpp"
#include "support/bottle_story.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

constexpr std::size_t count = story_nodes;

bool is_taken(const std::string& type, const std::string& body) {
  wire::JsonParser parser;
  const auto handled = type == bottle::handled_type ? bottle::read_handled(parser, body) : std::nullopt;
  return handled && (handled->verdict == "ashore" || handled->verdict == "passing");
}

TEST(ABottle, IsNeitherLostNorThrownTwiceWhateverWriteAnybodyDiesAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 0; victim < count; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!StoryOf<bottle::Bottle>(victim, write, is_taken).tell() || HasFailure()) break;
      ++deaths;
    }
  EXPECT_GT(deaths, 20U);
}

TEST(AnAddressedBottle, IsNotLostWhateverWriteItsKeepersDieAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 1; victim < count; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!tell_of_a_parcel<bottle::Bottle>(victim, write, "held") || testing::Test::HasFailure()) break;
      ++deaths;
    }
  EXPECT_GT(deaths, 6U);
}

TEST(AnAddressedBottle, OutlivesItsSenderAndAnyOneOfItsKeepersOnceItIsSaidToBeAtSea) {
  for (std::size_t keeper = 1; keeper < count; ++keeper) {
    SCOPED_TRACE("node " + std::to_string(keeper) + " dies with it");
    Sea sea(count);
    const auto receiver = sea[5].id();
    sea[5].crash();
    auto is_at_sea = std::make_shared<bool>(false);
    // Neither has the time to pass the bottle on to anybody else.
    sea.world.courier.carry = [&, sender = sea[0].id(), dying = sea[keeper].id()](
                                  const sdk::Id& from, const sdk::Id&, const std::string& type, std::string&) {
      const bool is_late = from == dying || (from == sender && *is_at_sea);
      return is_late && type == bottle::bottle_type ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
    };
    sea[0].bottle().cast_to(receiver, sdk::bytes::of("for you"), 0,
                            [is_at_sea](const sdk::Status& status) { *is_at_sea = status.ok(); });
    ASSERT_TRUE(sea.until([&] { return *is_at_sea; }, 60'000));
    sea[0].crash();
    if (keeper != 5) sea[keeper].crash();
    sea[5].boot();
    EXPECT_TRUE(sea.until([&] { return !sea[5].parcels.empty(); }, 1'800'000)) << "lost";
  }
}

TEST(ARestartedNode, KnowsABottleWhoseRecordWasTheLastThingItWroteAndSendsItOn) {
  Sea sea(4);
  VirtualHost host(sea.clock(), 99);
  PlainCrypto crypto(host);
  Bottler stranger(crypto);
  const auto thrown = stranger.note("hello", host.now_ms());
  const auto text = bottle::write_note(thrown);
  const auto bring = [&] { sea.world.courier.deliver(stranger.id(), sea[1].id(), bottle::bottle_type, text); };
  sea[1].disk.dies_after = sea[1].disk.writes + 1;
  bring();
  ASSERT_TRUE(sea.until([&] { return sea[1].disk.is_dead(); }, 10'000));
  sea[1].crash();
  sea[1].boot();
  sea.run_for(60'000);
  EXPECT_EQ(sea.finders(thrown.id).size(), 3U);
  bring();
  sea.run_for(60'000);
  EXPECT_EQ(sea.refused(1, bottle::Refusal::seen), 1U);
  EXPECT_EQ(sea.refused(1, bottle::Refusal::none), 0U) << "taken over twice";
}

TEST(ARestartedNode, DoesNotSayAgainWhatTheCreatorHasHeard) {
  Sea sea(4);
  const auto bottle = sea.cast_ashore(0, "hello");
  EXPECT_EQ(sea.answer(1, bottle, "here"), sdk::Errc::ok);
  sea.run_for(60'000);
  const auto before = sea.world.courier.arrived;
  sea[1].crash();
  sea[1].boot();
  sea.run_for(60'000);
  for (const auto* type : {"bottle", "found", "reply"})
    EXPECT_EQ(sea.world.courier.arrived[type], before.at(type)) << type;
}

TEST(ARestartedNode, KnowsWhatItHasSeenAndCounted) {
  Sea sea(4);
  sea[1].settings["sender_per_hour"] = "2";
  sea[1].crash();
  sea[1].boot();
  sea.run_for(1'000);
  for (const auto* text : {"one", "two", "three"}) sea.cast(0, text);
  sea.run_for(30'000);
  const auto held = [&] {
    std::size_t bottles = 0;
    sea[1].bottle().beach([&](const sdk::BottleView&) { ++bottles; });
    return bottles;
  };
  ASSERT_EQ(held(), 2U);
  sea.run_for(60'000);  // what was counted is written once a minute
  sea[1].crash();
  sea[1].boot();
  sea.run_for(1'000);
  sea.cast(0, "four");
  sea.run_for(30'000);
  EXPECT_EQ(held(), 2U);
  EXPECT_GE(sea.refused(1, bottle::Refusal::sender_quota), 1U);
}

}  // namespace
}  // namespace p2pchat::test
