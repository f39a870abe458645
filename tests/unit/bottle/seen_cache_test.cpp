// SPDX-License-Identifier: MIT
#include "bottle/seen_cache.hpp"

#include "bottler.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace bottle;

SeenKey key(unsigned sender, unsigned bottle) { return {.sender = id_of(sender), .bottle = id_of(bottle)}; }

TEST(SeenCache, KnowsABottleByItsSenderAndId) {
  SeenCache cache;
  cache.add(key(1, 1), then_ms, then_ms);
  EXPECT_TRUE(cache.contains(key(1, 1)));
  EXPECT_FALSE(cache.contains(key(2, 1))) << "anybody can claim an id";
  EXPECT_FALSE(cache.contains(key(1, 2)));
}

TEST(SeenCache, RemembersFor48HoursAndUntilTheBottleExpires) {
  SeenCache cache;
  cache.add(key(1, 1), then_ms + 1000, then_ms);
  cache.add(key(1, 2), then_ms + 2 * seen_for_ms, then_ms);
  EXPECT_TRUE(cache.expire(then_ms + seen_for_ms - 1).empty());
  EXPECT_EQ(cache.expire(then_ms + seen_for_ms), std::vector<SeenKey>{key(1, 1)});
  EXPECT_FALSE(cache.contains(key(1, 1)));
  EXPECT_EQ(cache.until_ms(key(1, 1)), std::nullopt);
  EXPECT_EQ(cache.until_ms(key(1, 2)), then_ms + 2 * seen_for_ms);
  EXPECT_EQ(cache.expire(then_ms + 2 * seen_for_ms), std::vector<SeenKey>{key(1, 2)});
  EXPECT_EQ(cache.size(), 0U);
}

TEST(SeenCache, HoldsABoundedNumberAndSaysWhichHadToGo) {
  SeenCache cache(3);
  for (unsigned i = 0; i < 3; ++i) EXPECT_TRUE(cache.add(key(1, i), then_ms + 100 * seen_for_ms - i, then_ms).empty());
  EXPECT_EQ(cache.add(key(1, 9), then_ms + 100 * seen_for_ms, then_ms), std::vector<SeenKey>{key(1, 2)});
  EXPECT_EQ(cache.size(), 3U);
  EXPECT_FALSE(cache.contains(key(1, 2)));
}

TEST(SeenCache, ABottleAddedTwiceCountsOnceAndKeepsTheNewerTime) {
  SeenCache cache(2);
  cache.add(key(1, 1), then_ms, then_ms);
  cache.add(key(1, 1), then_ms, then_ms + 1000);
  EXPECT_EQ(cache.size(), 1U);
  EXPECT_TRUE(cache.expire(then_ms + seen_for_ms).empty());
  EXPECT_EQ(cache.expire(then_ms + seen_for_ms + 1000).size(), 1U);
}

TEST(SeenCache, ItsRowsAreReadBack) {
  const auto row = seen_row(key(1, 2));
  EXPECT_EQ(read_seen_row({row.data(), row.size()}), key(1, 2));
  const auto value = seen_value(0x0102030405060708);
  EXPECT_EQ(value, (std::array<std::uint8_t, 8>{1, 2, 3, 4, 5, 6, 7, 8}));
  EXPECT_EQ(read_seen_value({value.data(), value.size()}), 0x0102030405060708U);
  EXPECT_EQ(read_seen_row({row.data(), 63}), std::nullopt);
  EXPECT_EQ(read_seen_value({value.data(), 7}), std::nullopt);
  SeenCache cache;
  cache.restore(key(1, 2), then_ms);
  EXPECT_EQ(cache.until_ms(key(1, 2)), then_ms);
}

}  // namespace
}  // namespace p2pchat::test
