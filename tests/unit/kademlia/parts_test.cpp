// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

Octets some_octets(std::size_t count) {
  Octets made(count);
  for (std::size_t i = 0; i < count; ++i) made[i] = static_cast<std::uint8_t>(i * 7);
  return made;
}

TEST(Parts, OfEverySizeComeTogetherInAnyOrder) {
  for (const std::size_t size : {std::size_t{1}, part_size, part_size + 1, 3 * part_size, max_record}) {
    const auto whole = some_octets(size);
    const auto of = parts_of(size);
    ASSERT_LE(of, max_record_parts);
    PartCollector collector;
    for (auto number = of; number >= 1; --number) {
      EXPECT_FALSE(collector.is_complete());
      EXPECT_TRUE(collector.take({number, of}, part_of(whole, number)));
    }
    EXPECT_TRUE(collector.is_complete());
    EXPECT_EQ(collector.whole(), whole);
  }
}

TEST(Parts, TwiceTheSameIsNotTwoParts) {
  PartCollector collector;
  EXPECT_TRUE(collector.take({1, 2}, {1}));
  EXPECT_TRUE(collector.take({1, 2}, {1}));
  EXPECT_FALSE(collector.is_complete());
  EXPECT_EQ(collector.missing(), std::vector<std::uint8_t>{2});
}

TEST(Parts, OfAnotherCountDoNotBelong) {
  PartCollector collector;
  EXPECT_TRUE(collector.take({1, 2}, {1}));
  EXPECT_FALSE(collector.take({2, 3}, {2}));
  EXPECT_FALSE(collector.is_complete());
}

}  // namespace
}  // namespace p2pchat::kademlia
