// SPDX-License-Identifier: MIT
#include <p2pchat/kit/distance.hpp>

#include <gtest/gtest.h>

namespace p2pchat::kit {
namespace {

sdk::Id id_of(std::uint8_t first, std::uint8_t last = 0) {
  sdk::Id id;
  id.b[0] = first, id.b[31] = last;
  return id;
}

TEST(Distance, ThePrefixThatIsSharedIsCountedInBits) {
  EXPECT_EQ(shared_prefix(id_of(0), id_of(0x80)), 0u);
  EXPECT_EQ(shared_prefix(id_of(0xf0), id_of(0xf1)), 7u);
  EXPECT_EQ(shared_prefix(id_of(1, 2), id_of(1, 3)), 255u);
  EXPECT_EQ(shared_prefix(id_of(1, 2), id_of(1, 2)), 256u);
}

TEST(Distance, TheNearestComeFirstAndNoMoreThanThereAre) {
  std::vector<sdk::NodeEntry> nodes(3);
  nodes[0].id = id_of(9), nodes[1].id = id_of(1), nodes[2].id = id_of(4);
  const auto two = nearest(nodes, id_of(5), 2);
  ASSERT_EQ(two.size(), 2u);
  EXPECT_EQ(two[0].id, id_of(4));  // 5 ^ 4 = 1, 5 ^ 1 = 4, 5 ^ 9 = 12
  EXPECT_EQ(two[1].id, id_of(1));
  EXPECT_EQ(nearest(nodes, id_of(5), 9).size(), 3u);
}

}  // namespace
}  // namespace p2pchat::kit
