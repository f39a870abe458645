// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "note/gas_chain.hpp"
#include "note/note_id.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"
#include "support/sha256.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>

namespace p2pchat::test {
namespace {

using namespace bottle;

class NoteParts : public ::testing::Test {
 protected:
  VirtualClock clock;
  VirtualHost host{clock};
  CountingCrypto crypto{host};
  Bottler creator{crypto};
};

TEST_F(NoteParts, TheIdIsTheHashOfTimeAndBody) {
  EXPECT_EQ(note_id(crypto, then_ms, "hi"), sha256({sdk::bytes::of("1763923200123hi")}));
}

TEST_F(NoteParts, OnlyTimesOfThirteenDigitsNameABottle) {
  EXPECT_FALSE(is_note_time(999'999'999'999));
  EXPECT_TRUE(is_note_time(1'000'000'000'000));
  EXPECT_TRUE(is_note_time(9'999'999'999'999));
  EXPECT_FALSE(is_note_time(10'000'000'000'000));
}

TEST_F(NoteParts, EverythingThatMustNotChangeIsSigned) {
  const auto note = creator.note("hello", then_ms);
  const std::vector<std::function<void(Note&)>> changes = {
      [](Note& n) { ++n.time_ms; },         [](Note& n) { n.id = id_of(1); },
      [](Note& n) { n.sender = id_of(1); }, [](Note& n) { n.receiver = id_of(1); },
      [](Note& n) { ++n.expiry_ms; },       [](Note& n) { n.gas_anchor = id_of(1); },
      [](Note& n) { n.body += '!'; },
  };
  std::set<Octets> all = {signed_bytes("plain", note), signed_bytes("plain2", note)};
  for (const auto& change : changes) {
    auto changed = note;
    change(changed);
    all.insert(signed_bytes("plain", changed));
  }
  EXPECT_EQ(all.size(), changes.size() + 2);
}

TEST_F(NoteParts, WhatChangesOnTheWayIsNot) {
  auto note = creator.note("hello", then_ms);
  const auto before = signed_bytes("plain", note);
  note.gas = 1, note.gas_token = id_of(1), note.nearest = {{.id = id_of(2)}}, note.stamp = 1, note.key = {1};
  EXPECT_EQ(signed_bytes("plain", note), before);
}

TEST_F(NoteParts, AReplyIsSealedForOneBottle) {
  const auto context = reply_context(id_of(1));
  EXPECT_EQ(std::string(context.begin(), context.begin() + 16), std::string("p2pchat/reply/1\0", 16));
  EXPECT_EQ(context.size(), 48U);
  EXPECT_NE(context, reply_context(id_of(2)));
}

TEST_F(NoteParts, EachTokenOfTheChainHoldsForItsGasAlone) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto secret = id_of(seed), anchor = gas_anchor(crypto, secret);
    for (std::uint32_t gas = 0; gas <= most_gas; ++gas)
      for (std::uint32_t claimed = 0; claimed <= most_gas + 2; ++claimed)
        EXPECT_EQ(gas_holds(crypto, claimed, gas_token(crypto, secret, gas), anchor), claimed == gas);
  }
}

TEST_F(NoteParts, EachHopCanLowerGasAndNobodyCanRaiseItByHashing) {
  for (std::uint64_t seed = 0; seed < 50; ++seed) {
    const auto secret = id_of(seed), anchor = gas_anchor(crypto, secret);
    auto token = gas_token(crypto, secret, most_gas);
    EXPECT_EQ(token, secret);
    for (std::uint32_t gas = most_gas; gas > 0; --gas) {
      token = next_token(crypto, token);
      EXPECT_TRUE(gas_holds(crypto, gas - 1, token, anchor));
      // Everything a holder can reach by hashing on is worth no more than what he has.
      auto reached = token;
      for (int i = 0; i < 8; ++i, reached = next_token(crypto, reached))
        for (auto raised = gas; raised <= most_gas; ++raised) EXPECT_FALSE(gas_holds(crypto, raised, reached, anchor));
    }
    EXPECT_EQ(token, anchor);
  }
}

TEST_F(NoteParts, ATokenOfAnotherBottleIsWorthNothing) {
  for (std::uint32_t gas = 0; gas <= most_gas; ++gas)
    EXPECT_FALSE(gas_holds(crypto, gas, gas_token(crypto, id_of(1), gas), gas_anchor(crypto, id_of(2))));
}

TEST_F(NoteParts, AStampIsTheFirstNumberWhoseHashBeginsWithEnoughZeros) {
  const auto digest = stamp_digest(crypto, sdk::bytes::of("signed bytes"), sdk::bytes::of("sign"));
  EXPECT_EQ(digest, sha256({sdk::bytes::of("signed bytessign")}));
  for (const std::uint32_t bits : {0U, 1U, 8U, 12U}) {
    const auto stamp = find_stamp(crypto, digest, bits, 0, 1 << 20);
    ASSERT_TRUE(stamp);
    EXPECT_TRUE(stamp_holds(crypto, digest, *stamp, bits));
    for (std::uint64_t before = 0; before < *stamp; ++before) EXPECT_FALSE(stamp_holds(crypto, digest, before, bits));
  }
}

TEST_F(NoteParts, AStampIsLookedForInPieces) {
  const auto digest = id_of(1);
  const auto stamp = find_stamp(crypto, digest, 10, 0, 1 << 20);
  ASSERT_TRUE(stamp && *stamp > 0);
  EXPECT_EQ(find_stamp(crypto, digest, 10, 0, *stamp), std::nullopt);
  EXPECT_EQ(find_stamp(crypto, digest, 10, *stamp, 1), stamp);
  crypto.digests = 0;
  EXPECT_EQ(find_stamp(crypto, digest, 200, 7, 100), std::nullopt);
  EXPECT_EQ(crypto.digests, 100);
}

TEST_F(NoteParts, AStampHashesEightOctetsBigEndianBehindTheDigest) {
  const auto digest = id_of(1);
  const auto bits = [&](std::uint64_t stamp) {
    std::uint32_t most = 0;
    while (stamp_holds(crypto, digest, stamp, most + 1)) ++most;
    return most;
  };
  const std::uint8_t octets[] = {1, 2, 3, 4, 5, 6, 7, 8};
  const auto expected = sha256({digest.view(), {octets, 8}});
  EXPECT_EQ(bits(0x0102030405060708), static_cast<std::uint32_t>(std::countl_zero(
                                          static_cast<std::uint32_t>(expected.b[0] << 24 | expected.b[1] << 16))));
}

TEST_F(NoteParts, WhenTheSuiteFailsNothingHolds) {
  crypto.is_broken = true;
  EXPECT_FALSE(stamp_holds(crypto, id_of(1), 1, 1));
  EXPECT_FALSE(gas_holds(crypto, 1, id_of(1), Id{}));
}

}  // namespace
}  // namespace p2pchat::test
