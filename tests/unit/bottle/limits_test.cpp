// SPDX-License-Identifier: MIT
#include "bottle/handover.hpp"
#include "bottler.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"
#include "sea.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using bottle::Refusal;
using sdk::Voyage;

/// Four nodes: each bottle comes ashore at the three that did not throw it.
class ASmallSea : public testing::Test {
 protected:
  void restart(std::size_t node, const std::string& key, const std::string& value) {
    sea_[node].settings[key] = value;
    sea_[node].crash();
    sea_[node].boot();
    sea_.run_for(1'000);
  }
  std::size_t lying(std::size_t node) {
    std::size_t bottles = 0;
    sea_[node].bottle().beach([&](const sdk::BottleView&) { ++bottles; });
    return bottles;
  }
  void open(std::size_t node, const sdk::Id& bottle) {
    EXPECT_EQ(sea_.ask([&](sdk::StatusFn&& done) { sea_[node].bottle().open(bottle, std::move(done)); }),
              sdk::Errc::ok);
  }
  Sea sea_{4};
};

TEST_F(ASmallSea, AFullBeachTakesNoMoreUntilSomethingWasRead) {
  restart(1, "beach_capacity", "2");
  const auto first = sea_.cast_ashore(0, "first"), second = sea_.cast_ashore(0, "second");
  const auto third = sea_.cast(0, "third");
  sea_.run_for(60'000);
  EXPECT_EQ(lying(1), 2U);
  EXPECT_FALSE(sea_.on_beach(1, third));
  EXPECT_GE(sea_.refused(1, Refusal::beach_full), 1U);
  open(1, first);
  EXPECT_TRUE(sea_.until([&] { return sea_.on_beach(1, third).has_value(); })) << "it is thrown until three have it";
  EXPECT_TRUE(sea_.on_beach(1, second));
  EXPECT_FALSE(sea_.on_beach(1, first)) << "it was read";
}

TEST_F(ASmallSea, WhoFilledABeachMakesRoomForSomebodyElse) {
  restart(1, "beach_capacity", "2");
  const auto first = sea_.cast_ashore(0, "first"), second = sea_.cast_ashore(0, "second");
  const auto other = sea_.cast_ashore(2, "somebody else's");
  EXPECT_TRUE(sea_.on_beach(1, other));
  EXPECT_FALSE(sea_.on_beach(1, first));
  EXPECT_TRUE(sea_.on_beach(1, second));
  const auto third = sea_.cast(3, "a third one's");
  sea_.run_for(60'000);
  EXPECT_FALSE(sea_.on_beach(1, third)) << "two have one each";
  EXPECT_GE(sea_.refused(1, Refusal::beach_full), 1U);
}

TEST_F(ASmallSea, WhoHadNoRoomIsNotAskedAgainWheneverSomebodyComes) {
  restart(1, "beach_capacity", "1");
  sea_.cast_ashore(0, "first");
  sea_.cast(0, "second");
  sea_.run_for(5'000);
  const auto before = sea_.refused(1, Refusal::beach_full);
  EXPECT_GE(before, 1U);
  for (int i = 0; i < 10; ++i) {
    sea_[2].crash();
    sea_[2].boot();
    sea_.run_for(3'000);
  }
  EXPECT_EQ(std::ranges::count(sea_[0].events, std::pair(std::string("peer.online"), sea_[2].id())), 11);
  EXPECT_EQ(sea_.refused(1, Refusal::beach_full), before);
  sea_.run_for(60'000);
  EXPECT_EQ(sea_.refused(1, Refusal::beach_full), before + 1) << "a minute later";
}

TEST_F(ASmallSea, AFullDiskTakesNothingAndSaysSo) {
  sea_[1].disk.full = true;
  const auto bottle = sea_.cast(0, "hello");
  sea_.run_for(60'000);
  EXPECT_FALSE(sea_.on_beach(1, bottle));
  EXPECT_GE(sea_.refused(1, Refusal::busy), 1U);
  sea_[1].disk.full = false;
  const auto next = sea_.cast_ashore(0, "later");
  EXPECT_TRUE(sea_.on_beach(1, next));
}

TEST_F(ASmallSea, ABottleThatCannotBeSavedIsNotThrown) {
  sea_[0].disk.full = true;
  EXPECT_EQ(sea_.cast(0, "hello"), sdk::Id{});
  sea_.run_for(60'000);
  for (std::size_t i = 1; i < sea_.size(); ++i) EXPECT_EQ(lying(i), 0U);
  EXPECT_EQ(sea_.world.courier.arrived["bottle"], 0U);
}

TEST_F(ASmallSea, NothingIsDoneForABottleWhoseEndHasCome) {
  const auto bottle = sea_.cast_ashore(0, "short", 60);
  sea_.run_for(61'000);
  for (std::size_t i = 1; i < sea_.size(); ++i) EXPECT_EQ(lying(i), 0U);
  const auto before = sea_.world.courier.arrived;
  sea_.run_for(30 * 60'000);
  for (const auto* type : {"bottle", "handled", "found", "reply"})
    EXPECT_EQ(sea_.world.courier.arrived[type], before.contains(type) ? before.at(type) : 0U) << type;
  EXPECT_EQ(sea_.mine(0, bottle)->voyage, Voyage::expired);
}

TEST_F(ASmallSea, WhoIsUnreachableWhenItIsFoundLearnsItLater) {
  bool cut = false;
  const auto creator = sea_[0].id();
  sea_.world.courier.reachable = [&](const sdk::Id& from, const sdk::Id& to) {
    return !cut || (from != creator && to != creator);
  };
  sea_.world.courier.carry = [&](const sdk::Id&, const sdk::Id&, const std::string& type, std::string&) {
    if (type == bottle::found_type) cut = true;
    return cut ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
  };
  const auto bottle = sea_.cast(0, "hello");
  sea_.run_for(600'000);
  EXPECT_EQ(sea_.mine(0, bottle)->beaches, 0U);
  sea_.world.courier.reachable = {};
  sea_.world.courier.carry = {};
  EXPECT_TRUE(sea_.until([&] { return sea_.mine(0, bottle)->beaches == 3; }, 3'600'000));
}

TEST_F(ASmallSea, AHolderWhoNeverSaysHandledIsReplacedAndHandlesItOnce) {
  const auto mute = sea_[1].id();
  sea_.world.courier.carry = [&](const sdk::Id& from, const sdk::Id&, const std::string& type, std::string&) {
    return from == mute && type == bottle::handled_type ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
  };
  const auto bottle = sea_.cast(0, "hello");
  sea_.run_for(120'000);
  EXPECT_TRUE(sea_.on_beach(1, bottle));
  const auto events = sea_[1].events;
  EXPECT_EQ(std::ranges::count(events, std::pair(std::string("bottle.beach"), bottle)), 1);
}

TEST(ASilentNode, KeepsABottleFromNobodyForLong) {
  Sea sea(8);
  std::optional<sdk::Id> silent;
  sea.world.courier.carry = [&](const sdk::Id&, const sdk::Id& to, const std::string& type, std::string&) {
    if (type == bottle::bottle_type && !silent) silent = to;
    return type == bottle::bottle_type && to == silent ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
  };
  const auto bottle = sea.cast(0, "hello");
  EXPECT_TRUE(sea.until([&] { return sea.finders(bottle).size() == 3; }, bottle::Handover::patience_ms / 2));
}

TEST(ASilentNode, ThatAnswersAfterAllHasIt) {
  Sea sea(8);
  std::vector<std::pair<sdk::Id, std::string>> late;
  sea.world.courier.carry = [&](const sdk::Id& from, const sdk::Id& to, const std::string& type, std::string& body) {
    if (type != bottle::handled_type || to != sea[0].id() || !late.empty()) return MemoryCourier::Fate::deliver;
    late.emplace_back(from, body);
    return MemoryCourier::Fate::lose;
  };
  const auto bottle = sea.cast(0, "hello");
  sea.run_for(5'000);
  ASSERT_EQ(late.size(), 1U);
  ASSERT_EQ(sea.finders(bottle).size(), 3U) << "and it passes by a fourth";
  sea.world.courier.deliver(late[0].first, sea[0].id(), bottle::handled_type, late[0].second);
  sea.run_for(120'000);
  std::size_t adrift = 0;
  sea[0].bottle().journey(bottle, [&](const sdk::BottleStep& step) { adrift += step.voyage == Voyage::adrift; });
  EXPECT_EQ(adrift, 4U);
}

TEST_F(ASmallSea, SettingsOutsideTheirBoundsAreNamed) {
  for (const auto& [key, value] : {std::pair("stamp_bits", "33"), std::pair("ttl_days", "15"),
                                   std::pair("throws_per_hour", "x"), std::pair("beach_capacity", "0")}) {
    VirtualHost host(sea_.clock());
    host.set(key, value);
    auto* plugin = new bottle::Bottle(host);
    const auto status = plugin->start();
    EXPECT_EQ(status.code, sdk::Errc::invalid);
    EXPECT_NE(std::string(status.text).find(key), std::string::npos) << status.text;
    plugin->destroy();
  }
}

TEST_F(ASmallSea, WhatCannotBeReadIsLeftOutAndTold) {
  const auto bottle = sea_.cast_ashore(0, "hello");
  sea_[1].crash();
  sea_[1].disk.entries[{"held", std::string(64, 'x')}] = "damaged";
  sea_[1].disk.entries[{"seen", "x"}] = "damaged";
  sea_[1].boot();
  sea_.run_for(1'000);
  EXPECT_TRUE(sea_.on_beach(1, bottle));
  const auto& lines = sea_[1].process().host.log_lines;
  EXPECT_EQ(std::ranges::count_if(lines, [](const auto& line) { return line.find("left out") != line.npos; }), 2);
}

TEST_F(ASmallSea, CallsBeforeEverythingIsReadWaitForIt) {
  sea_[1].crash();
  sea_[1].boot();
  std::optional<sdk::Errc> cast, opened;
  sea_[1].bottle().cast("at once", 0, [&](const sdk::Status& status, const sdk::Id&) { cast = status.code; });
  sea_[1].bottle().open(id_of(1), [&](const sdk::Status& status) { opened = status.code; });
  EXPECT_FALSE(cast || opened);
  sea_.run_for(1'000);
  EXPECT_EQ(cast, sdk::Errc::ok);
  EXPECT_EQ(opened, sdk::Errc::not_found);
}

}  // namespace
}  // namespace p2pchat::test
