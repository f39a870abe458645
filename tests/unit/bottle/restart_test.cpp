// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"
#include "sea_world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

constexpr std::size_t count = 8;

/// A bottle is thrown and answered while one process dies right after its n-th write, and starts again.
class Story {
 public:
  Story(std::size_t victim, std::size_t dies_after) : victim_(victim) {
    sea_.world.courier.carry = [this](const sdk::Id& from, const sdk::Id&, const std::string& type, std::string& body) {
      if (type == bottle::handled_type) note_verdict(from, body);
      return MemoryCourier::Fate::deliver;
    };
    sea_[victim].disk.dies_after = sea_[victim].disk.writes + dies_after;
  }

  /// Whether the victim died; else the story was over before.
  bool tell() {
    const auto bottle = throw_it();
    EXPECT_TRUE(go_on([&] { return sea_.mine(0, bottle) && sea_.mine(0, bottle)->beaches >= 3; }));
    answer(bottle);
    EXPECT_TRUE(go_on([&] { return sea_.mine(0, bottle) && sea_.mine(0, bottle)->answers >= 1; }));
    go_on([] { return false; });
    check(bottle);
    return has_died_;
  }

 private:
  void note_verdict(const sdk::Id& node, const std::string& body) {
    wire::JsonParser parser;
    const auto handled = bottle::read_handled(parser, body);
    if (handled && (handled->verdict == "ashore" || handled->verdict == "passing")) ++taken_[node];
  }

  /// Lets time pass until something holds; buries the victim and starts it again meanwhile.
  bool go_on(const std::function<bool()>& condition) {
    auto& victim = sea_[victim_];
    const auto is_dead = [&] { return !has_died_ && victim.disk.is_dead(); };
    sea_.until([&] { return is_dead() || condition(); }, 200'000);
    if (is_dead()) {
      has_died_ = true;
      victim.crash();
      sea_.run_for(15'000);
      victim.boot();
      sea_.run_for(1'000);
    }
    return sea_.until(condition, 600'000);
  }

  sdk::Id throw_it() {
    auto bottle = std::make_shared<sdk::Id>();
    sea_[0].bottle().cast("hello", 0, [bottle](const sdk::Status&, const sdk::Id& id) { *bottle = id; });
    go_on([&] { return mine() != sdk::Id{}; });
    return mine();
  }

  sdk::Id mine() {
    sdk::Id id;
    sea_[0].bottle().mine([&](const sdk::BottleView& view) { id = view.id; });
    return id;
  }

  void answer(const sdk::Id& bottle) {
    const auto finders = sea_.finders(bottle);
    ASSERT_FALSE(finders.empty());
    const auto finder = finders.front();
    const auto answered = std::make_shared<bool>(false);
    const auto call = [&] {
      sea_[finder].bottle().answer(bottle, "here", [answered](const sdk::Status&) { *answered = true; });
    };
    call();
    if (!go_on([&] { return *answered; })) call();  // it died before that was durable: the person tries again
  }

  void check(const sdk::Id& bottle) {
    // Who had it and died before saying so was replaced, and comes back with it.
    EXPECT_GE(sea_.finders(bottle).size(), 3U);
    EXPECT_LE(sea_.finders(bottle).size(), has_died_ && victim_ != 0 ? 4U : 3U);
    EXPECT_EQ(sea_.mine(0, bottle)->beaches, sea_.finders(bottle).size());
    EXPECT_EQ(sea_.mine(0, bottle)->answers, 1U);
    std::size_t mine = 0;
    sea_[0].bottle().mine([&](const sdk::BottleView&) { ++mine; });
    EXPECT_EQ(mine, 1U);
    for (const auto& [node, times] : taken_) EXPECT_EQ(times, 1U) << "a node took the bottle over twice";
  }

  Sea sea_{count};
  const std::size_t victim_;
  bool has_died_ = false;
  std::map<sdk::Id, std::size_t> taken_;
};

TEST(ABottle, IsNeitherLostNorThrownTwiceWhateverWriteAnybodyDiesAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 0; victim < count; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!Story(victim, write).tell() || HasFailure()) break;
      ++deaths;
    }
  EXPECT_GT(deaths, 20U);
}

/// An addressed bottle is kept, collected and erased while one process dies right after its n-th write.
bool tell_of_a_parcel(std::size_t victim, std::size_t dies_after) {
  Sea sea(count);
  auto& node = sea[victim];
  const auto receiver = sea[5].id();
  sea[5].crash();
  if (victim != 5) node.disk.dies_after = node.disk.writes + dies_after;
  bool has_died = false;
  const auto go_on = [&](std::uint64_t ms) {
    if (!sea.until([&] { return !has_died && node.disk.is_dead(); }, ms)) return;
    has_died = true;
    node.crash();
    sea.run_for(15'000);
    node.boot();
  };
  auto has_left = std::make_shared<bool>(false);
  sea[0].bottle().cast_to(receiver, sdk::bytes::of("for you"), 0,
                          [has_left](const sdk::Status& status) { *has_left = status.ok(); });
  go_on(60'000);
  EXPECT_TRUE(*has_left);
  sea[0].crash();
  sea[5].boot();
  if (victim == 5) node.disk.dies_after = dies_after;
  go_on(300'000);
  go_on(1'800'000);
  EXPECT_GE(sea[5].parcels.size(), 1U) << "lost";
  EXPECT_LE(sea[5].parcels.size(), has_died ? 2U : 1U) << "heard again although it was taken";
  for (std::size_t i = 0; i < count; ++i)
    for (const auto& [place, value] : sea[i].disk.entries) EXPECT_NE(place.first, "held") << "not erased at " << i;
  return has_died;
}

TEST(AnAddressedBottle, IsNotLostWhateverWriteItsKeepersDieAfter) {
  std::size_t deaths = 0;
  for (std::size_t victim = 1; victim < count; ++victim)
    for (std::size_t write = 1;; ++write) {
      SCOPED_TRACE("node " + std::to_string(victim) + " dies after write " + std::to_string(write));
      if (!tell_of_a_parcel(victim, write) || testing::Test::HasFailure()) break;
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
