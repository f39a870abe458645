// SPDX-License-Identifier: MIT
#include "canvas/labels.hpp"

#include <gtest/gtest.h>

#include <random>

namespace p2pchat::wx_gui {
namespace {

TEST(Labels, StayWhereNothingIsInTheWay) {
  const auto places = apart({{0, 10, 50, 20}, {60, 10, 50, 20}}, 2, 100);
  ASSERT_TRUE(places[0] && places[1]);
  EXPECT_EQ(places[0]->y, 10);
  EXPECT_EQ(places[1]->y, 10);
}

TEST(Labels, GoLowerWhereOneIsInTheWay) {
  const auto places = apart({{0, 10, 50, 20}, {40, 15, 50, 20}, {45, 18, 50, 20}}, 2, 100);
  ASSERT_TRUE(places[0] && places[1] && places[2]);
  EXPECT_EQ(places[0]->y, 10) << "the first stays";
  EXPECT_EQ(places[1]->y, 32);
  EXPECT_EQ(places[2]->y, 54);
}

TEST(Labels, AreLeftOutWhereThereIsNoRoomBelow) {
  const auto places = apart({{0, 10, 50, 20}, {0, 10, 50, 20}, {60, 10, 50, 20}}, 2, 40);
  EXPECT_TRUE(places[0]);
  EXPECT_FALSE(places[1]);
  EXPECT_TRUE(places[2]);
}

TEST(Labels, NeverCoverEachOther) {
  std::mt19937 random(1);
  const auto number = [&](double most) { return std::uniform_real_distribution<>(0, most)(random); };
  std::vector<Box> wished;
  for (int i = 0; i < 60; ++i) wished.push_back({number(600), number(300), 40 + number(160), 20});
  const auto places = apart(wished, 2, 400);
  std::size_t shown = 0;
  for (std::size_t i = 0; i < places.size(); ++i) {
    if (!places[i]) continue;
    ++shown;
    for (std::size_t j = 0; j < i; ++j) {
      if (!places[j]) continue;
      const bool beside =
          places[i]->x >= places[j]->x + places[j]->width || places[j]->x >= places[i]->x + places[i]->width;
      const bool below = places[i]->y >= places[j]->y + 20 || places[j]->y >= places[i]->y + 20;
      EXPECT_TRUE(beside || below) << i << " and " << j;
    }
  }
  EXPECT_GT(shown, 20U);
}

}  // namespace
}  // namespace p2pchat::wx_gui
