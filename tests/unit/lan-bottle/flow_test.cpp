// SPDX-License-Identifier: MIT
#include "messages.hpp"
#include "noter.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using sdk::Voyage;

/// Four nodes: whoever throws has exactly the three others.
class ASmallPond : public testing::Test {
 protected:
  void restart(std::size_t node, const std::string& key, const std::string& value) {
    pond_[node].settings[key] = value;
    pond_[node].crash();
    pond_[node].boot();
    pond_.run_for(1'000);
  }
  std::size_t lying(std::size_t node) {
    std::size_t bottles = 0;
    pond_[node].bottle().beach([&](const sdk::BottleView&) { ++bottles; });
    return bottles;
  }
  Pond pond_{4};
};

TEST_F(ASmallPond, TakesABottleInOneRound) {
  pond_.cast_ashore(0, "hello");
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::note_type], 3U);
  pond_.run_for(600'000);
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::note_type], 3U) << "and it is not thrown again";
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::news_type], 3U);
}

TEST_F(ASmallPond, WithTooFewGetsTheRestWhenTheyCome) {
  pond_[3].crash();
  const auto bottle = pond_.cast(0, "hello");
  EXPECT_TRUE(pond_.until([&] { return pond_.mine(0, bottle)->beaches == 2; }));
  pond_.run_for(60'000);
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::note_type], 2U) << "who has it is not asked again";
  pond_[3].boot();
  EXPECT_TRUE(pond_.until([&] { return pond_.mine(0, bottle)->beaches == 3; }));
}

TEST_F(ASmallPond, AFullBeachMakesRoomAtTheCostOfWhatWasReadOrOfWhoFilledIt) {
  restart(1, "beach_capacity", "3");
  std::vector<sdk::Id> thrown;
  for (const auto* text : {"one", "two", "three"}) {
    thrown.push_back(pond_.cast_ashore(0, text));
    pond_.run_for(1'000);
  }
  EXPECT_EQ(pond_.ask([&](sdk::StatusFn&& done) { pond_[1].bottle().open(thrown[2], std::move(done)); }),
            sdk::Errc::ok);
  const auto fourth = pond_.cast_ashore(0, "four");
  EXPECT_FALSE(pond_.on_beach(1, thrown[2])) << "it was read";
  const auto others = pond_.cast_ashore(2, "another's");
  EXPECT_FALSE(pond_.on_beach(1, thrown[0])) << "the oldest of who has most";
  for (const auto& bottle : {thrown[1], fourth, others}) EXPECT_TRUE(pond_.on_beach(1, bottle));
  const auto fifth = pond_.cast(0, "five");
  pond_.run_for(5'000);
  EXPECT_FALSE(pond_.on_beach(1, fifth)) << "nobody has more than he would have then";
  EXPECT_GE(pond_.refused(1, bottle::Refusal::beach_full), 1U);
}

TEST_F(ASmallPond, AFullDiskTakesNothingAndSaysSo) {
  pond_[1].disk.full = true;
  const auto bottle = pond_.cast(0, "hello");
  pond_.run_for(50'000);
  EXPECT_FALSE(pond_.on_beach(1, bottle));
  EXPECT_GE(pond_.refused(1, bottle::Refusal::busy), 1U);
  pond_[1].disk.full = false;
  EXPECT_TRUE(pond_.until([&] { return pond_.mine(0, bottle)->beaches == 3; }));
}

TEST_F(ASmallPond, ABottleThatCannotBeSavedIsNotThrown) {
  pond_[0].disk.full = true;
  EXPECT_EQ(pond_.cast(0, "hello"), sdk::Id{});
  pond_.run_for(60'000);
  EXPECT_EQ(pond_.world.courier.arrived[lan_bottle::note_type], 0U);
}

TEST_F(ASmallPond, NothingIsSaidOfABottleWhoseEndHasCome) {
  const auto bottle = pond_.cast_ashore(0, "short", 60);
  pond_.run_for(61'000);
  for (std::size_t i = 1; i < pond_.size(); ++i) {
    EXPECT_EQ(lying(i), 0U);
    for (const auto& [place, entry] : pond_[i].disk.entries) EXPECT_NE(place.first, "notes");
  }
  const auto before = pond_.world.courier.arrived;
  pond_.run_for(30 * 60'000);
  for (const auto* type : {lan_bottle::note_type, lan_bottle::news_type, lan_bottle::word_type})
    EXPECT_EQ(pond_.world.courier.arrived[type], before.at(type)) << type;
  EXPECT_EQ(pond_.mine(0, bottle)->voyage, Voyage::expired);
}

TEST_F(ASmallPond, ASilentNodeKeepsABottleFromNobodyAndSaysLaterThatItHasIt) {
  Pond pond(8);
  std::optional<sdk::Id> mute;
  pond.world.courier.carry = [&](const sdk::Id& from, const sdk::Id&, const std::string& type, std::string&) {
    const bool is_theirs = type == lan_bottle::word_type || type == lan_bottle::news_type;
    if (is_theirs && !mute) mute = from;
    return is_theirs && from == mute ? MemoryCourier::Fate::lose : MemoryCourier::Fate::deliver;
  };
  const auto bottle = pond.cast(0, "hello");
  EXPECT_TRUE(pond.until([&] { return pond.mine(0, bottle)->beaches == 3; }, 30'000));
  EXPECT_EQ(pond.finders(bottle).size(), 4U);
  pond.world.courier.carry = {};
  EXPECT_TRUE(pond.until([&] { return pond.mine(0, bottle)->beaches == 4; }));
}

TEST_F(ASmallPond, AnAddressedBottleLeavesNothingBehind) {
  const auto receiver = pond_[3].id();
  pond_[3].crash();
  EXPECT_EQ(pond_.cast_to(0, receiver, "for you"), sdk::Errc::ok);
  pond_[3].boot();
  EXPECT_TRUE(pond_.until([&] { return !pond_[3].parcels.empty(); }));
  pond_.run_for(60'000);
  EXPECT_EQ(pond_[3].parcels.size(), 1U);
  for (std::size_t i = 0; i < pond_.size(); ++i)
    for (const auto& [place, entry] : pond_[i].disk.entries) EXPECT_NE(place.first, "notes") << i;
}

TEST_F(ASmallPond, SettingsOutsideTheirBoundsAreNamed) {
  for (const auto& [key, value] :
       {std::pair("ttl_days", "15"), std::pair("throws_per_hour", "x"), std::pair("beach_capacity", "0")}) {
    VirtualHost host(pond_.clock());
    host.set(key, value);
    auto* plugin = new lan_bottle::LanBottle(host);
    const auto status = plugin->start();
    EXPECT_EQ(status.code, sdk::Errc::invalid);
    EXPECT_NE(std::string(status.text).find(key), std::string::npos) << status.text;
    plugin->destroy();
  }
}

TEST_F(ASmallPond, WhatCannotBeReadIsLeftOutAndTold) {
  const auto bottle = pond_.cast_ashore(0, "hello");
  pond_[1].crash();
  for (const auto* table : {"notes", "seen", "responses"}) pond_[1].disk.entries[{table, "x"}] = "damaged";
  pond_[1].boot();
  pond_.run_for(1'000);
  EXPECT_TRUE(pond_.on_beach(1, bottle));
  const auto& lines = pond_[1].process().host.log_lines;
  EXPECT_EQ(std::ranges::count_if(lines, [](const auto& line) { return line.find("left out") != line.npos; }), 3);
}

}  // namespace
}  // namespace p2pchat::test
