// SPDX-License-Identifier: MIT
#include <p2pchat/kit/octets.hpp>

#include <gtest/gtest.h>

namespace p2pchat::kit {
namespace {

TEST(Octets, ANumberIsReadAsItWasWritten) {
  EXPECT_EQ(octets_of(0x0102030405060708), "\x01\x02\x03\x04\x05\x06\x07\x08");
  for (const auto number : {std::uint64_t{0}, std::uint64_t{255}, std::uint64_t{1} << 63, UINT64_MAX})
    EXPECT_EQ(number_in(octets_of(number)), number);
}

TEST(Octets, APartEndsWhereTheWholeDoes) {
  EXPECT_EQ(part(Octets("abcdef"), 2, 3), "cde");
  EXPECT_EQ(part(Octets("abcdef"), 4, 30), "ef");
  EXPECT_EQ(part(Octets("abcdef"), 6), "");
}

TEST(Octets, WhatIsMadeHasItsSize) {
  EXPECT_EQ(made(3, [](auto* out) { out[1] = 'x'; }), Octets("\0x\0", 3));
}

}  // namespace
}  // namespace p2pchat::kit
