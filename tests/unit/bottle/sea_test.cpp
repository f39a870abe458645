// SPDX-License-Identifier: MIT
#include "bottler.hpp"
#include "sea/beach.hpp"
#include "sea/mine.hpp"
#include "sea/parcels.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace bottle;

TEST(AJourney, CountsANodeOnceForEachKindOfStep) {
  Journey journey;
  journey.add({Voyage::ashore, id_of(1)});
  EXPECT_TRUE(journey.has(Voyage::ashore, id_of(1)));
  EXPECT_FALSE(journey.has(Voyage::answered, id_of(1)));
  EXPECT_FALSE(journey.has(Voyage::ashore, id_of(2)));
}

TEST(AJourney, SaysWhereTheBottleIs) {
  Journey journey;
  EXPECT_EQ(journey.voyage(), Voyage::queued);
  for (const auto voyage : {Voyage::adrift, Voyage::ashore, Voyage::expired, Voyage::answered}) {
    journey.add({voyage, id_of(1)});
    EXPECT_EQ(journey.voyage(), voyage);
  }
}

TEST(AJourney, GoesOnCountingAfterARestart) {
  Journey journey;
  journey.restore(7, {Voyage::ashore, id_of(2)});
  journey.restore(3, {Voyage::adrift, id_of(1)});
  EXPECT_EQ(journey.steps().front().first, 3U);
  EXPECT_EQ(journey.add({Voyage::answered, id_of(2)}), 8U);
  journey.drop(8);
  EXPECT_FALSE(journey.has(Voyage::answered, id_of(2)));
}

TEST(AStepKey, IsNamedAfterTheBottlesQueueAndOrderedByNumber) {
  const auto key = step_key(id_of(1), 258);
  EXPECT_TRUE(key.starts_with("bottle_"));
  EXPECT_NE(key.find("_FIFO_queue/"), key.npos);
  EXPECT_EQ(read_step_key(key), std::pair(id_of(1), std::uint64_t{258}));
  EXPECT_LT(step_key(id_of(1), 255), key);
  EXPECT_FALSE(read_step_key(key + "x"));
  EXPECT_FALSE(read_step_key("bottle_"));
}

TEST(AStep, IsReadAsItWasWritten) {
  const auto read = read_step_record(step_record({Voyage::answered, id_of(1), then_ms, 4, "好 \"quoted\""}));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->voyage, Voyage::answered);
  EXPECT_EQ(read->node, id_of(1));
  EXPECT_EQ(read->time_ms, then_ms);
  EXPECT_EQ(read->hops, 4U);
  EXPECT_EQ(read->text, "好 \"quoted\"");
  EXPECT_FALSE(read_step_record("{}"));
}

/// Somebody's bottles, held here.
class AHeldBottle : public testing::Test {
 protected:
  Held held(const std::string& body, std::uint64_t here_ms, Voyage voyage = Voyage::unread) {
    return {.note = bottler_.note(body, then_ms), .here_ms = here_ms, .voyage = voyage};
  }
  Held parcel(Bottler& from, std::size_t size, std::uint64_t here_ms) {
    auto note = from.note(std::string(size, 'A') + std::to_string(here_ms), then_ms, 0);
    note.receiver = id_of(9);
    return {.note = note, .here_ms = here_ms, .voyage = Voyage::unread};
  }
  VirtualClock clock_;
  VirtualHost host_{clock_};
  PlainCrypto crypto_{host_};
  Bottler bottler_{crypto_}, other_{crypto_};
  Beach beach_;
};

TEST_F(AHeldBottle, IsReadAsItWasWritten) {
  auto given = held("hello", 5, Voyage::kept);
  given.errand = Held::Errand::release;
  given.owes_found = given.is_answered = given.is_gone = true;
  given.reply = {1, 2, 255};
  const auto read = read_held_record(held_record(given));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->note, given.note);
  EXPECT_EQ(read->here_ms, 5U);
  EXPECT_EQ(read->voyage, Voyage::kept);
  EXPECT_EQ(read->errand, Held::Errand::release);
  EXPECT_TRUE(read->owes_found && read->is_answered && read->is_gone);
  EXPECT_EQ(read->reply, given.reply);
  EXPECT_FALSE(read_held_record("{}"));
  EXPECT_FALSE(read_held_record("nonsense"));
}

TEST_F(AHeldBottle, EndsWithItsTimeUnlessItIsKeptOrOwesSomething) {
  auto bottle = held("hello", 5);
  EXPECT_EQ(bottle.ends_ms(), bottle.note.expiry_ms);
  bottle.voyage = Voyage::kept;
  EXPECT_EQ(bottle.ends_ms(), std::nullopt);
  bottle.reply = {1};
  EXPECT_EQ(bottle.ends_ms(), bottle.note.expiry_ms + answers_for_ms);
  bottle.reply.clear();
  bottle.is_gone = true;
  EXPECT_EQ(bottle.ends_ms(), 5U);
}

TEST_F(AHeldBottle, IsShownWhileItsTimeLastsOrItIsKept) {
  auto bottle = held("hello", 5);
  EXPECT_TRUE(bottle.is_shown(bottle.note.expiry_ms - 1));
  EXPECT_FALSE(bottle.is_shown(bottle.note.expiry_ms));
  bottle.voyage = Voyage::kept;
  EXPECT_TRUE(bottle.is_shown(bottle.note.expiry_ms));
  bottle.is_gone = true;
  EXPECT_FALSE(bottle.is_shown(bottle.note.expiry_ms - 1));
}

TEST_F(AHeldBottle, MakesRoomWhenItIsTheOldestReadAndOwesNothing) {
  EXPECT_EQ(beach_.oldest_read(), std::nullopt);
  beach_.add(held("unread", 1));
  beach_.add(held("kept", 2, Voyage::kept));
  auto owing = held("owing", 3, Voyage::answered);
  owing.reply = {1};
  beach_.add(owing);
  EXPECT_EQ(beach_.oldest_read(), std::nullopt);
  const auto older = key_of(beach_.add(held("older", 4, Voyage::read)).note);
  beach_.add(held("newer", 5, Voyage::answered));
  EXPECT_EQ(beach_.oldest_read(), older);
  EXPECT_EQ(beach_.found_count(), 5U);
}

TEST_F(AHeldBottle, MakesRoomUnreadWhenItIsTheOldestOfWhoeverHasMoreThanTheOther) {
  const auto other = [&](const std::string& body, std::uint64_t here_ms) {
    return Held{.note = other_.note(body, then_ms), .here_ms = here_ms, .voyage = Voyage::unread};
  };
  EXPECT_EQ(beach_.oldest_of_largest(other_.id()), std::nullopt);
  beach_.add(held("kept", 1, Voyage::kept));
  auto owing = held("owing", 2);
  owing.owes_found = true;
  beach_.add(owing);
  beach_.add(held("one", 4));
  EXPECT_EQ(beach_.oldest_of_largest(other_.id()), std::nullopt) << "with one each nobody has more";
  const auto oldest = key_of(beach_.add(held("two", 3)).note);
  EXPECT_EQ(beach_.oldest_of_largest(other_.id()), oldest);
  EXPECT_EQ(beach_.oldest_of_largest(bottler_.id()), std::nullopt) << "not for more of the same";
  beach_.add(other("mine", 0));
  EXPECT_EQ(beach_.oldest_of_largest(other_.id()), std::nullopt) << "that would be two to one";
  EXPECT_EQ(beach_.oldest_of_largest(id_of(7)), oldest);
}

TEST_F(AHeldBottle, ThatPassedIsForgottenWhenTooManyDid) {
  for (std::uint64_t i = 0; i < Beach::most_passing; ++i)
    beach_.add(held("passing " + std::to_string(i), 10 + i, Voyage::passing));
  EXPECT_EQ(beach_.oldest_passed(), std::nullopt);
  beach_.add(held("one more", 500, Voyage::passing));
  ASSERT_TRUE(beach_.oldest_passed());
  EXPECT_EQ(beach_.find(*beach_.oldest_passed())->note.body, "passing 0");
}

TEST_F(AHeldBottle, IsKeptForAReceiverWithinBounds) {
  std::uint64_t here = 0;
  for (; here < most_parcels_of_sender; ++here) beach_.add(parcel(bottler_, 10, here));
  EXPECT_EQ(make_room(beach_, parcel(bottler_, 10, 1'000).note), std::nullopt) << "that sender has all its places";
  EXPECT_EQ(make_room(beach_, parcel(other_, 10, 1'000).note), std::vector<SeenKey>{});
  EXPECT_EQ(beach_.parcels_for(id_of(9)).size(), most_parcels_of_sender);
  EXPECT_TRUE(beach_.parcels_for(id_of(8)).empty());
}

TEST_F(AHeldBottle, IsFoundByItsReceiverUntilItIsErased) {
  const auto first = key_of(beach_.add(parcel(bottler_, 10, 1)).note);
  const auto second = key_of(beach_.add(parcel(other_, 10, 2)).note);
  auto elsewhere = parcel(bottler_, 10, 3);
  elsewhere.note.receiver = id_of(8);
  const auto third = key_of(beach_.add(elsewhere).note);
  beach_.add(held("for anybody", 4));
  EXPECT_EQ(beach_.parcels_for(id_of(9)).size(), 2U);
  EXPECT_EQ(beach_.parcels_for(id_of(8)), std::vector{third});
  EXPECT_TRUE(beach_.parcels_for({}).empty());
  beach_.erase(first), beach_.erase(first);
  EXPECT_EQ(beach_.parcels_for(id_of(9)), std::vector{second});
  elsewhere.note.receiver = id_of(9);
  beach_.add(elsewhere);
  EXPECT_TRUE(beach_.parcels_for(id_of(8)).empty()) << "it is another's now";
}

TEST_F(AHeldBottle, OfTheLargestSenderGoesFirstWhenAReceiversShareIsFull) {
  for (std::uint64_t here = 0; here < 43; ++here) beach_.add(parcel(bottler_, 24'000, here));
  beach_.add(parcel(other_, 10, 0));
  const auto gone = make_room(beach_, parcel(other_, 24'000, 1'000).note);
  ASSERT_TRUE(gone);
  ASSERT_EQ(gone->size(), 1U);
  EXPECT_EQ(gone->front().sender, bottler_.id());
  EXPECT_EQ(beach_.find(gone->front())->here_ms, 0U) << "its oldest";
}

TEST(ABottleOfMine, IsReadAsItWasWrittenWhetherReadyOrNot) {
  VirtualClock clock;
  VirtualHost host(clock);
  PlainCrypto crypto(host);
  Bottler bottler(crypto);
  Own own{.note = bottler.note("hello", then_ms), .secret = id_of(3), .here_ms = 7};
  auto read = read_own_record(own_record(own));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->note.body, "hello");
  EXPECT_EQ(read->note.id, own.note.id);
  EXPECT_EQ(read->secret, own.secret);
  EXPECT_FALSE(read->is_ready || read->is_thrown);
  own.is_ready = own.is_thrown = true;
  read = read_own_record(own_record(own));
  ASSERT_TRUE(read);
  EXPECT_EQ(read->note, own.note);
  EXPECT_TRUE(read->is_ready && read->is_thrown);
  EXPECT_FALSE(read_own_record("{}"));
}

TEST(ABottleOfMine, IsForgottenOnlyWhenThereAreTooManyAndItsTimeIsOver) {
  Mine mine;
  for (std::uint64_t i = 0; i <= Mine::most; ++i) {
    Own own{.note = {}, .secret = {}, .here_ms = i};
    own.note.id = id_of(i);
    own.note.expiry_ms = 100 + i;
    mine.add(std::move(own));
  }
  EXPECT_EQ(mine.oldest_over(50), std::nullopt);
  EXPECT_EQ(mine.oldest_over(5'000), id_of(0));
  mine.erase(id_of(0));
  EXPECT_EQ(mine.oldest_over(5'000), std::nullopt);
}

}  // namespace
}  // namespace p2pchat::test
