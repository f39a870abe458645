// SPDX-License-Identifier: MIT
#include "datagram.hpp"

#include <gtest/gtest.h>

namespace p2pchat::lan_routing {
namespace {

Here a_here() { return {.run = {1, 2, 3, 4, 5, 6, 7, 8}, .sought = {{9, 8, 7}}}; }
Greeting a_greeting() { return {.token = {1, 2, 3}, .share = Octets(32, 7)}; }
Proof a_proof() { return {.token = {4, 5, 6}, .delegation = Octets(572, 9), .tag = {1, 1, 1}}; }

TEST(LanDatagram, EachKindIsReadBackAsItWasWritten) {
  const auto here = read_datagram(to_octets(a_here()));
  ASSERT_TRUE(here && std::holds_alternative<Here>(*here));
  EXPECT_EQ(std::get<Here>(*here).run, a_here().run);
  EXPECT_EQ(std::get<Here>(*here).sought, a_here().sought);
  const auto greeting = read_datagram(to_octets(a_greeting()));
  ASSERT_TRUE(greeting && std::holds_alternative<Greeting>(*greeting));
  EXPECT_EQ(std::get<Greeting>(*greeting).token, a_greeting().token);
  EXPECT_EQ(std::get<Greeting>(*greeting).share, a_greeting().share);
  const auto proof = read_datagram(to_octets(a_proof()));
  ASSERT_TRUE(proof && std::holds_alternative<Proof>(*proof));
  EXPECT_EQ(std::get<Proof>(*proof).token, a_proof().token);
  EXPECT_EQ(std::get<Proof>(*proof).delegation, a_proof().delegation);
  EXPECT_EQ(std::get<Proof>(*proof).tag, a_proof().tag);
}

TEST(LanDatagram, AnAnswerIsAtMostThreeTimesWhatItAnswers) {
  EXPECT_LE(greeting_size, 3 * here_size);
  Proof largest{.delegation = Octets(1'084, 1)};  // with RSA-4096
  EXPECT_LE(greeting_size + to_octets(largest).size(), 3 * greeting_size);
}

TEST(LanDatagram, CutOrLengthenedOnesAreRefused) {
  for (const Datagram& datagram : {Datagram(a_here()), Datagram(a_greeting())}) {
    const auto whole = to_octets(datagram);
    for (std::size_t size = 0; size < whole.size(); ++size) EXPECT_FALSE(read_datagram({whole.data(), size})) << size;
    auto longer = whole;
    longer.push_back(0);
    EXPECT_FALSE(read_datagram(longer));
  }
  const auto proof = to_octets(a_proof());
  for (std::size_t size = 0; size <= 6 + 12 + 16; ++size) EXPECT_FALSE(read_datagram({proof.data(), size})) << size;
}

TEST(LanDatagram, PaddingIsZeroAndTheHeadIsKnown) {
  for (const std::size_t at : {0U, 4U, 5U, 199U}) {
    auto octets = to_octets(a_here());
    octets[at] ^= 0x40;
    EXPECT_FALSE(read_datagram(octets)) << at;
  }
  auto greeting = to_octets(a_greeting());
  greeting[6 + 12] = 129;  // the longest share has 128 octets
  EXPECT_FALSE(read_datagram(greeting));
  greeting[6 + 12] = 0;
  EXPECT_FALSE(read_datagram(greeting));
}

TEST(LanDatagram, WhatDoesNotFitIsNotWritten) {
  EXPECT_TRUE(to_octets(Greeting{.share = Octets(129, 1)}).empty());
  EXPECT_TRUE(to_octets(Proof{.delegation = Octets(1'200, 1)}).empty());
}

}  // namespace
}  // namespace p2pchat::lan_routing
