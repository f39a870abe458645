// SPDX-License-Identifier: MIT
#include "id_index.hpp"

#include "chance.hpp"
#include "routing/distance.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::simulation {
namespace {

std::vector<sdk::Id> nearest(const IdIndex& index, const sdk::Id& key, std::size_t count) {
  std::vector<sdk::Id> found;
  index.visit_nearest(key, [&](const sdk::Id& id, std::size_t) {
    found.push_back(id);
    return found.size() < count;
  });
  return found;
}

TEST(IdIndex, FindsWhatSortingAllByDistanceFinds) {
  Chance chance(1, Purpose::nodes);
  IdIndex index;
  std::vector<sdk::Id> ids;
  for (std::size_t i = 0; i < 500; ++i) {
    // Half of them crowd, so that ranges split at every depth.
    ids.push_back(i % 2 == 0 ? chance.id() : routing::id_in_bucket(ids[i - 1], 250 - i % 250, chance.id()));
    index.add(ids.back(), i);
  }
  for (std::size_t i = 0; i < 100; ++i) {
    const auto key = i < 50 ? chance.id() : ids[i];
    std::ranges::sort(ids, {}, [&](const sdk::Id& id) { return routing::distance(key, id); });
    EXPECT_EQ(nearest(index, key, 20), std::vector(ids.begin(), ids.begin() + 20));
  }
  EXPECT_EQ(nearest(index, ids.front(), 1000).size(), 500U);
}

TEST(IdIndex, ForgetsWhomOneErases) {
  IdIndex index;
  Chance chance(1, Purpose::nodes);
  const auto one = chance.id(), other = chance.id();
  index.add(one, 7), index.add(other, 8);
  ASSERT_TRUE(index.find(one));
  EXPECT_EQ(*index.find(one), 7U);
  index.erase(one);
  EXPECT_FALSE(index.find(one));
  EXPECT_EQ(nearest(index, one, 5), std::vector{other});
  EXPECT_TRUE(nearest(IdIndex(), one, 5).empty());
}

}  // namespace
}  // namespace p2pchat::simulation
