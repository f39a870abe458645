// SPDX-License-Identifier: MIT
#include "judge/check.hpp"

#include "bottle/counters.hpp"
#include "bottler.hpp"
#include "note/gas_chain.hpp"

#include <gtest/gtest.h>

#include <functional>

namespace p2pchat::test {
namespace {

using namespace bottle;

constexpr std::uint64_t day_ms = 24ull * 3600 * 1000;

class Check : public ::testing::Test {
 protected:
  Check() {
    lookup.me = id_of(1);
    lookup.stamp_bits = 4;
    lookup.is_blocked = [this](const Id&) { return ++asked, is_blocked; };
    lookup.is_seen = [this](const Id& sender, const Id& bottle) {
      EXPECT_EQ(sender, note.sender);
      EXPECT_EQ(bottle, note.id);
      return ++asked, is_seen;
    };
    lookup.quota = [this] { return ++asked, quota; };
  }
  Refusal judged(std::uint64_t at_ms = then_ms + 1000) {
    crypto.digests = crypto.identified = crypto.verified = asked = 0;
    return check(crypto, note, at_ms, lookup);
  }
  /// Signed and stamped as if the creator had meant it.
  Refusal meant(const std::function<void(Note&)>& change, std::uint64_t at_ms = then_ms + 1000) {
    note = creator.note("hello", then_ms);
    change(note);
    creator.finish(note);
    return judged(at_ms);
  }
  /// Changed by somebody on the way, who stamps it again.
  Refusal forged(const std::function<void(Note&)>& change) {
    note = creator.note("hello", then_ms);
    change(note);
    stamp();
    return judged();
  }
  /// Work for what is there: everybody can do that.
  void stamp();

  VirtualClock clock;
  VirtualHost host{clock};
  CountingCrypto crypto{host};
  Bottler creator{crypto}, somebody{crypto};
  Note note = creator.note("hello", then_ms);
  Lookup lookup;
  bool is_blocked = false, is_seen = false;
  Refusal quota = Refusal::none;
  int asked = 0;
};

void Check::stamp() {
  for (note.stamp = 0;; ++note.stamp)
    if (lookup.stamp_bits == 0 || judged() != Refusal::light_stamp) return;
}

TEST_F(Check, AnHonestBottleIsTakenAtEveryGas) {
  for (std::uint32_t rounds = 0; rounds <= most_gas; ++rounds) {
    note = creator.drifted(creator.note("hello", then_ms), rounds);
    EXPECT_EQ(judged(), Refusal::none) << rounds;
    EXPECT_EQ(crypto.verified, 1);
    EXPECT_LE(crypto.digests, 8);
  }
}

TEST_F(Check, AnAddressedBottleIsTaken) {
  EXPECT_EQ(meant([](Note& n) { n.receiver = id_of(5), n.body = "AAAA"; }), Refusal::none);
}

TEST_F(Check, AClockOffByAYearIsRefusedBothWays) {
  EXPECT_EQ(judged(then_ms + 365 * day_ms), Refusal::expired);
  EXPECT_EQ(judged(then_ms - 365 * day_ms), Refusal::from_the_future);
}

TEST_F(Check, ABottleLivesFromAnHourBeforeItsTimeUntilItsExpiry) {
  EXPECT_EQ(judged(then_ms - clock_leeway_ms - 1), Refusal::from_the_future);
  EXPECT_EQ(judged(then_ms - clock_leeway_ms), Refusal::none);
  EXPECT_EQ(judged(note.expiry_ms - 1), Refusal::none);
  EXPECT_EQ(judged(note.expiry_ms), Refusal::expired);
}

TEST_F(Check, ABottleLivesForFourteenDaysAtMost) {
  EXPECT_EQ(meant([](Note& n) { n.expiry_ms = n.time_ms + longest_life_ms; }), Refusal::none);
  EXPECT_EQ(meant([](Note& n) { n.expiry_ms = n.time_ms + longest_life_ms + 1; }), Refusal::too_long_lived);
  EXPECT_EQ(meant([](Note& n) { n.expiry_ms = n.time_ms; }, then_ms - 1), Refusal::none) << "short is not wrong";
}

TEST_F(Check, AnIdThatIsNotThatOfTimeAndBodyIsForged) {
  EXPECT_EQ(forged([](Note& n) { n.body += '!'; }), Refusal::forged_id);
  EXPECT_EQ(forged([](Note& n) { ++n.time_ms; }), Refusal::forged_id);
  EXPECT_EQ(forged([](Note& n) { n.id.b[31] ^= 1; }), Refusal::forged_id);
}

TEST_F(Check, TooLittleWorkIsALightStamp) {
  lookup.stamp_bits = 200;
  EXPECT_EQ(judged(), Refusal::light_stamp);
  lookup.stamp_bits = 0;
  EXPECT_EQ(judged(), Refusal::none);
}

TEST_F(Check, AStampIsWorthNothingOnAnotherBottleOrSignature) {
  lookup.stamp_bits = 12;
  note = creator.note("hello", then_ms, 12);
  ASSERT_EQ(judged(), Refusal::none);
  const auto stamp = note.stamp;
  note = creator.note("hello again", then_ms, 0);
  note.stamp = stamp;
  EXPECT_EQ(judged(), Refusal::light_stamp);
  note = creator.note("hello", then_ms, 12);
  note.sign.push_back(1);
  EXPECT_EQ(judged(), Refusal::light_stamp);
}

TEST_F(Check, GasCannotBeRaisedByWhoeverHoldsIt) {
  for (std::uint32_t rounds = 1; rounds <= most_gas; ++rounds) {
    const auto held = creator.drifted(creator.note("hello", then_ms), rounds);
    for (std::uint32_t gas = held.gas + 1; gas <= most_gas; ++gas) {
      note = held;
      note.gas = gas;
      EXPECT_EQ(judged(), Refusal::raised_gas);
    }
  }
}

TEST_F(Check, AnotherChainIsNotSigned) {
  EXPECT_EQ(forged([&](Note& n) {
              n.gas_anchor = gas_anchor(crypto, id_of(7));
              n.gas_token = gas_token(crypto, id_of(7), n.gas);
            }),
            Refusal::bad_signature);
}

TEST_F(Check, ABlockedSenderAndABottleSeenBeforeAreRefused) {
  is_blocked = true;
  EXPECT_EQ(judged(), Refusal::blocked);
  is_blocked = false, is_seen = true;
  EXPECT_EQ(judged(), Refusal::seen);
}

TEST_F(Check, MyOwnBottleIsSeen) {
  lookup.me = creator.id();
  EXPECT_EQ(judged(), Refusal::seen);
  EXPECT_EQ(crypto.verified, 0);
}

TEST_F(Check, AQuotaSaysItsOwnReason) {
  for (const auto reason : {Refusal::sender_quota, Refusal::address_quota, Refusal::busy}) {
    quota = reason;
    EXPECT_EQ(judged(), reason);
  }
}

TEST_F(Check, AKeyThatIsNotItsSendersIsBad) {
  EXPECT_EQ(forged([](Note& n) { n.key = {1, 2, 3}; }), Refusal::bad_key);
  const auto other = somebody.note("x", then_ms);
  EXPECT_EQ(forged([&](Note& n) { n.key = other.key; }), Refusal::bad_key);
}

TEST_F(Check, WhatItsSenderDidNotSignIsRefused) {
  for (const auto& change : std::vector<std::function<void(Note&)>>{
           [](Note& n) { n.sign[0] ^= 1; },
           [](Note& n) { n.sign.clear(), n.sign.push_back(1); },
           [](Note& n) { n.expiry_ms += 1000; },
           [](Note& n) { n.receiver = id_of(8); },
       })
    EXPECT_EQ(forged(change), Refusal::bad_signature);
}

TEST_F(Check, AnotherCannotMakeABottleItsOwnWithoutSigningIt) {
  const auto other = somebody.note("x", then_ms);
  EXPECT_EQ(forged([&](Note& n) { n.sender = other.sender, n.key = other.key; }), Refusal::bad_signature);
}

TEST_F(Check, TheListTheStampsSenderAndTheGasChangeNothingElse) {
  note.nearest = {{id_of(1), "10.0.0.1", 22}, {id_of(2), "127.0.0.1", 1}};
  EXPECT_EQ(judged(), Refusal::none);
}

/// Each way to fail, cheapest first, as the check must find them.
struct Flaw {
  Refusal refusal;
  std::function<void(Note&)> on_note = [](Note&) {};
  bool blocked = false, seen = false;
  Refusal quota = Refusal::none;
  int digests = 0, asked = 0, identified = 0;  ///< the most it may cost; no signature in any case
};

std::vector<Flaw> flaws() {
  const auto nothing = [](Note&) {};
  return {
      {Refusal::expired, [](Note& n) { n.expiry_ms = then_ms; }, false, false, {}, 0, 0, 0},
      {Refusal::from_the_future, [](Note& n) { n.time_ms += 2 * clock_leeway_ms; }, false, false, {}, 0, 0, 0},
      {Refusal::too_long_lived, [](Note& n) { n.expiry_ms += longest_life_ms; }, false, false, {}, 0, 0, 0},
      {Refusal::forged_id, [](Note& n) { n.id.b[3] ^= 1; }, false, false, {}, 1, 0, 0},
      {Refusal::raised_gas, [](Note& n) { n.gas = 4; }, false, false, {}, 7, 0, 0},
      {Refusal::blocked, nothing, true, false, {}, 8, 1, 0},
      {Refusal::seen, nothing, false, true, {}, 8, 2, 0},
      {Refusal::sender_quota, nothing, false, false, Refusal::sender_quota, 8, 3, 0},
      {Refusal::bad_key, [](Note& n) { n.key = {1}; }, false, false, {}, 8, 3, 1},
  };
}

TEST_F(Check, ARefusalCostsNoSignatureCheckAndNothingDearerThanItself) {
  for (const auto& flaw : flaws()) {
    note = creator.note("hello", then_ms);
    flaw.on_note(note);
    is_blocked = flaw.blocked, is_seen = flaw.seen, quota = flaw.quota;
    EXPECT_EQ(judged(), flaw.refusal);
    EXPECT_EQ(crypto.verified, 0);
    EXPECT_LE(crypto.digests, flaw.digests) << word(flaw.refusal);
    EXPECT_EQ(asked, flaw.asked) << word(flaw.refusal);
    EXPECT_EQ(crypto.identified, flaw.identified) << word(flaw.refusal);
  }
}

TEST_F(Check, OfTwoFlawsTheCheaperIsFound) {
  const auto all = flaws();
  for (std::size_t cheap = 0; cheap < all.size(); ++cheap)
    for (std::size_t dear = cheap + 1; dear < all.size(); ++dear) {
      note = creator.note("hello", then_ms);
      all[dear].on_note(note), all[cheap].on_note(note);
      is_blocked = all[cheap].blocked || all[dear].blocked;
      is_seen = all[cheap].seen || all[dear].seen;
      quota = all[dear].quota == Refusal::none ? all[cheap].quota : all[dear].quota;
      EXPECT_EQ(judged(), all[cheap].refusal) << word(all[dear].refusal);
    }
}

TEST_F(Check, WhoeverAsksWhatWasSeenPaysTheStamp) {
  lookup.stamp_bits = 200;
  is_blocked = is_seen = true;
  EXPECT_EQ(judged(), Refusal::light_stamp);
  EXPECT_EQ(asked, 0);
}

TEST_F(Check, WhenTheSuiteFailsNothingIsTaken) {
  crypto.is_broken = true;
  EXPECT_EQ(judged(), Refusal::forged_id);
}

TEST(Counters, CountEachReasonForItself) {
  Counters counters;
  counters.count(Refusal::seen);
  counters.count(Refusal::seen);
  counters.count(Refusal::receiver_quota);
  EXPECT_EQ(counters.of(Refusal::seen), 2U);
  EXPECT_EQ(counters.of(Refusal::receiver_quota), 1U);
  EXPECT_EQ(counters.of(Refusal::none), 0U);
}

}  // namespace
}  // namespace p2pchat::test
