// SPDX-License-Identifier: MIT
#include "model/beach.hpp"

#include "look/scene.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t now = 1'764'064'800'000, day = 86'400'000;

Bottle bottle(std::uint8_t seed, sdk::Voyage voyage, std::uint64_t here_ms = now) {
  Bottle made;
  for (std::size_t i = 0; i < 32; ++i) made.id.b[i] = static_cast<std::uint8_t>(seed * 37 + i * (seed + 11));
  made.voyage = voyage, made.here_ms = here_ms, made.body = "is anybody listening to this?";
  return made;
}

const PlacedBottle& placed(const std::vector<PlacedBottle>& all, const Bottle& one) {
  return *std::ranges::find(all, one.id, &PlacedBottle::id);
}

TEST(Beach, PutsABottleAtTheSamePlaceEachTimeWhateverComesAfterIt) {
  const auto first = bottle(1, sdk::Voyage::unread);
  const auto before = place_bottles({{first}, {}}, now);
  const auto after = place_bottles({{bottle(3, sdk::Voyage::unread), bottle(2, sdk::Voyage::read), first}, {}}, now);
  ASSERT_EQ(after.size(), 3U);
  EXPECT_EQ(placed(after, first).x, before[0].x);
  EXPECT_EQ(placed(after, first).y, before[0].y);
}

TEST(Beach, MovesNoBottleWhenAnotherIsTakenAway) {
  Beach beach;
  for (std::uint8_t seed = 0; seed < 12; ++seed) beach.found.push_back(bottle(seed, sdk::Voyage::unread));
  const auto before = place_bottles(beach, now);
  beach.found.erase(beach.found.end() - 2, beach.found.end());  // the oldest, which the others made room for
  const auto again = place_bottles(beach, now), after = place_bottles(beach, now, before);
  bool would_move = false;
  for (const auto& each : beach.found) {
    EXPECT_EQ(placed(after, each).x, placed(before, each).x);
    EXPECT_EQ(placed(after, each).y, placed(before, each).y);
    would_move = would_move || placed(again, each).x != placed(before, each).x;
  }
  EXPECT_TRUE(would_move);
  EXPECT_EQ(after.size(), beach.found.size());
}

TEST(Beach, KeepsEveryBottleInsideThePicture) {
  Beach beach;
  for (std::uint8_t seed = 0; seed < 60; ++seed) beach.found.push_back(bottle(seed, sdk::Voyage::unread));
  const auto all = place_bottles(beach, now);
  EXPECT_EQ(all.size(), most_placed);
  for (const auto& each : all) {
    EXPECT_GE(each.x, 0.05);
    EXPECT_LE(each.x, 0.95);
    EXPECT_GE(each.y, 0);
    EXPECT_LE(each.y, 1);
  }
}

TEST(Beach, ShowsAnOlderBottleOfMineFurtherOut) {
  const auto fresh = bottle(4, sdk::Voyage::adrift), old = bottle(5, sdk::Voyage::adrift, now - 6 * day);
  const auto all = place_bottles({{}, {{fresh, {}}, {old, {}}}}, now);
  EXPECT_LT(placed(all, old).y, placed(all, fresh).y);
}

TEST(Beach, ShowsNeitherWhatPassesNorWhatIsSunk) {
  EXPECT_TRUE(place_bottles({{bottle(1, sdk::Voyage::passing)}, {{bottle(2, sdk::Voyage::expired), {}}}}, now).empty());
}

TEST(Beach, SaysWhatIsThere) {
  const English english;
  const Beach beach{{bottle(1, sdk::Voyage::unread), bottle(2, sdk::Voyage::read)},
                    {{bottle(3, sdk::Voyage::adrift), {}}, {bottle(4, sdk::Voyage::expired), {}}}};
  EXPECT_EQ(beach_words(beach, english), "1 new bottle · 1 of yours at sea");
  EXPECT_EQ(found_words(beach.found[0], now + 2 * 3'600'000, english), "“is anybody listening to …” · 2 hours");
  EXPECT_EQ(found_words(beach.found[1], now, english), "read · just now");
}

TEST(Beach, SaysHowFarMineHaveCome) {
  const English english;
  auto mine = bottle(1, sdk::Voyage::queued);
  EXPECT_EQ(voyage_words(mine, english), "waiting for the tide");
  mine.voyage = sdk::Voyage::adrift;
  EXPECT_EQ(voyage_words(mine, english), "in the water");
  mine.beaches = 2;
  EXPECT_EQ(voyage_words(mine, english), "ashore on 2 beaches");
  mine.answers = 1;
  EXPECT_EQ(voyage_words(mine, english), "answered once");
  EXPECT_EQ(step_words({sdk::Voyage::answered, {}, now, 3, "hello\u202E"}, "bob", english),
            "bob answered: “hello<U+202E>”");
}

TEST(Beach, CountsCharactersNotOctets) { EXPECT_EQ(characters("海 sea"), 5U); }

TEST(Scene, FollowsTheHourAndTheTheme) {
  EXPECT_FALSE(scene_at(12, Theme::light).night);
  EXPECT_FALSE(scene_at(19, Theme::light).night);
  EXPECT_TRUE(scene_at(23, Theme::light).night);
  EXPECT_TRUE(scene_at(3, Theme::light).night);
  EXPECT_TRUE(scene_at(12, Theme::dark).night);
}

TEST(Scene, KeepsItsWordsReadable) {
  for (const double hour : {3.0, 7.0, 12.0, 19.0}) {
    const auto& scene = scene_at(hour, Theme::light);
    EXPECT_GE(contrast(scene.on_sky, scene.sky_top), 4.5) << hour;
    EXPECT_GE(contrast(scene.on_label, scene.label), 4.5) << hour;
  }
}

}  // namespace
}  // namespace p2pchat::wx_gui
