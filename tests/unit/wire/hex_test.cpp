// SPDX-License-Identifier: MIT
#include "wire/hex.hpp"

#include <gtest/gtest.h>

namespace wire {
namespace {

TEST(Hex, writes_and_reads_an_id_in_its_one_form) {
  p2pchat::sdk::Id id;
  for (std::size_t i = 0; i < sizeof id.b; ++i) id.b[i] = static_cast<std::uint8_t>(i * 8 + 7);
  const auto text = to_hex(id);
  EXPECT_EQ(text, "070f171f272f373f474f575f676f777f878f979fa7afb7bfc7cfd7dfe7eff7ff");
  EXPECT_EQ(id_from_hex(text), id);
  EXPECT_EQ(short_hex(id), "070f171f");
}

TEST(Hex, reads_nothing_else) {
  const std::string good(64, 'a');
  EXPECT_TRUE(id_from_hex(good));
  EXPECT_FALSE(id_from_hex(good.substr(1)));
  EXPECT_FALSE(id_from_hex(good + "a"));
  EXPECT_FALSE(id_from_hex(std::string(64, 'A'))) << "capitals";
  EXPECT_FALSE(id_from_hex(good.substr(1) + "g"));
  EXPECT_FALSE(id_from_hex(good.substr(1) + std::string(1, '\0')));
}

}  // namespace
}  // namespace wire
