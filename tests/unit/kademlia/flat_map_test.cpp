// SPDX-License-Identifier: MIT
#include "flat_map.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace p2pchat::kademlia {
namespace {

TEST(FlatMap, HoldsWhatATreeHolds) {
  std::mt19937 random(1);
  std::map<int, int> tree;
  FlatMap<int, int> flat;
  for (int i = 0; i < 5000; ++i) {
    const int key = static_cast<int>(random() % 300);
    if (random() % 3 == 0) {
      tree.erase(key), flat.erase(key);
    } else {
      tree[key] = i, flat[key] = i;
    }
    const auto found = tree.find(key);
    const auto* same = flat.find(key);
    ASSERT_EQ(same != nullptr, found != tree.end());
    EXPECT_TRUE(!same || *same == found->second);
  }
  const auto is_even = [](const auto& item) { return item.second % 2 == 0; };
  flat.erase_if(is_even), std::erase_if(tree, is_even);
  ASSERT_EQ(flat.size(), tree.size());
  EXPECT_TRUE(std::equal(flat.begin(), flat.end(), tree.begin(),
                         [](const auto& a, const auto& b) { return a.first == b.first && a.second == b.second; }));
  flat.clear();
  EXPECT_EQ(flat.size(), 0U);
  EXPECT_EQ(flat.find(1), nullptr);
}

}  // namespace
}  // namespace p2pchat::kademlia
