// SPDX-License-Identifier: MIT
#include "canvas/page_around.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t limit = 100;

/// Places as a store keeps them, and how often it was asked.
struct Shelf {
  std::vector<std::uint64_t> places;
  int asked = 0;
  /// Rising; as many as the limit below a bound.
  std::vector<std::uint64_t> below(std::uint64_t before) {
    ++asked;
    const auto end = before ? std::ranges::lower_bound(places, before) : places.end();
    return {end - std::min<std::ptrdiff_t>(limit, end - places.begin()), end};
  }
  std::vector<std::uint64_t> found(std::uint64_t place, std::uint64_t reach) {
    PageAround around(place, reach, places.empty() ? 0 : places.back());
    for (;;) {
      const auto page = below(around.before());
      if (around.fits(page.empty() ? 0 : page.front(), page.empty() ? 0 : page.back(), page.size() < limit))
        return page;
    }
  }
  /// Whether nothing lies between the place and the page, and something newer is in it if there is such.
  void expect_around(std::uint64_t place, std::uint64_t reach) {
    const auto page = found(place, reach);
    const auto newer = std::ranges::upper_bound(places, place);
    EXPECT_EQ(page.empty(), places.empty());
    EXPECT_TRUE(page.size() < limit || page.front() <= place) << place;
    EXPECT_TRUE(newer == places.end() || std::ranges::binary_search(page, *newer)) << place;
  }
};

TEST(PageAround, IsFoundAtOnceWhereMessagesAreAsFarApartAsGuessed) {
  Shelf shelf;
  for (std::uint64_t i = 1; i <= 10'000; ++i) shelf.places.push_back(i << 20);
  const auto page = shelf.found(5000ULL << 20, 50ULL << 20);
  EXPECT_EQ(shelf.asked, 1);
  EXPECT_EQ(page.front(), 4950ULL << 20);
  EXPECT_EQ(page.back(), 5049ULL << 20);
}

TEST(PageAround, IsFoundHoweverWrongTheGuessIs) {
  Shelf shelf;
  for (std::uint64_t i = 1; i <= 10'000; ++i) shelf.places.push_back(i << 20);
  for (const std::uint64_t reach : {0ULL, 1ULL, 1000ULL, 1ULL << 40, ~0ULL}) shelf.expect_around(5000ULL << 20, reach);
  EXPECT_LT(shelf.asked, 150);
}

TEST(PageAround, IsFoundWhereverMessagesLie) {
  std::mt19937_64 random(11);
  Shelf shelf;
  std::uint64_t place = 0;
  for (int run = 0; run < 30; ++run) {
    const auto apart = 1ULL << random() % 30;  // crowded, then thin
    for (int i = 0; i < 150; ++i) shelf.places.push_back(place += 1 + random() % apart);
  }
  for (int i = 0; i < 300; ++i) shelf.expect_around(random() % (place + 1000), random() % (1ULL << random() % 40));
  shelf.expect_around(1, 1 << 20);
  shelf.expect_around(place, 1 << 20);
  shelf.expect_around(~0ULL, 1 << 20);
}

TEST(PageAround, OfAnEmptyStoreIsEmpty) {
  Shelf shelf;
  shelf.expect_around(1, 100);
  shelf.expect_around(~0ULL, 100);
}

TEST(PageAround, EndsWhenTheStoreChangesMeanwhile) {
  PageAround around(1000, 100, 1'000'000);
  int asked = 0;
  // Never fits: too much each time, whatever is asked.
  while (!around.fits(1001, 1'000'000, false)) ASSERT_LT(++asked, 100);
}

}  // namespace
}  // namespace p2pchat::wx_gui
