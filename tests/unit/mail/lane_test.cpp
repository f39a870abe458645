// SPDX-License-Identifier: MIT
#include "mail/lane.hpp"

#include <gtest/gtest.h>

namespace p2pchat::messaging {
namespace {

using Step = Outgoing::Step;

sdk::Id id_of(std::uint64_t seq) {
  sdk::Id id;
  for (std::size_t i = 0; i < 8; ++i) id.b[24 + i] = static_cast<std::uint8_t>(seq >> (56 - 8 * i));
  return id;
}

Letter letter(std::uint64_t seq, std::string type = "text") {
  Letter made;
  made.id = id_of(seq);
  made.envelope.seq = seq;
  made.envelope.type = std::move(type);
  made.envelope.body = "body";
  return made;
}

std::vector<std::uint64_t> numbers(const std::vector<Outgoing*>& list) {
  std::vector<std::uint64_t> found;
  for (const auto* outgoing : list) found.push_back(outgoing->letter.envelope.seq);
  return found;
}

void set_all(const std::vector<Outgoing*>& list, Step step) {
  for (auto* outgoing : list) outgoing->step = step;
}

using Numbers = std::vector<std::uint64_t>;

Lane lane_of(std::uint64_t count, Step step) {
  Lane lane;
  for (std::uint64_t seq = 1; seq <= count; ++seq) {
    lane.push(letter(seq), true);
    lane.saved(seq);
    lane.find(seq)->step = step;
  }
  return lane;
}

TEST(ALane, OfSomebodyOnlineSignsAndSendsEverythingInOrder) {
  auto lane = lane_of(3, Step::unsigned_);
  EXPECT_EQ(numbers(lane.to_sign(true)), (Numbers{1, 2, 3}));
  EXPECT_TRUE(lane.to_send(true).empty());
  set_all(lane.to_sign(true), Step::ready);
  EXPECT_EQ(numbers(lane.to_send(true)), (Numbers{1, 2, 3}));
}

TEST(ALane, OfSomebodyAwayKnocksWithTheFirstAlone) {
  auto lane = lane_of(3, Step::unsigned_);
  EXPECT_EQ(numbers(lane.to_sign(false)), Numbers{1});
  lane.find(1)->step = Step::ready;
  EXPECT_EQ(numbers(lane.to_send(false)), Numbers{1});
  lane.find(1)->step = Step::leaving;
  EXPECT_TRUE(lane.to_sign(false).empty());
  EXPECT_TRUE(lane.to_send(false).empty());
}

TEST(ALane, SignsButDoesNotSendWhatIsNotSavedYetNorAnythingPastIt) {
  auto lane = lane_of(1, Step::ready);
  lane.push(letter(2), true);
  lane.push(letter(3), true);
  lane.saved(3);
  EXPECT_EQ(numbers(lane.to_sign(true)), (Numbers{2, 3}));
  set_all(lane.to_sign(true), Step::ready);
  EXPECT_EQ(numbers(lane.to_send(true)), Numbers{1});
  lane.saved(2);
  EXPECT_EQ(numbers(lane.to_send(true)), (Numbers{1, 2, 3}));
}

TEST(ALane, SendsNothingPastAMessageThatIsNotSignedYet) {
  auto lane = lane_of(3, Step::ready);
  lane.find(2)->step = Step::signing;
  EXPECT_EQ(numbers(lane.to_send(true)), Numbers{1});
}

TEST(ALane, SendsAgainWhatHasLeftUnansweredAndNothingElse) {
  auto lane = lane_of(4, Step::sent);
  lane.find(2)->step = Step::settled;
  lane.find(3)->step = Step::leaving;
  EXPECT_TRUE(lane.to_send(true).empty());
  lane.resend();
  EXPECT_EQ(numbers(lane.to_send(true)), (Numbers{1, 4}));
}

TEST(ALane, HeldOffersOneTextASessionButAlwaysWhatIsNoText) {
  auto lane = lane_of(3, Step::ready);
  lane.push(letter(4, "request"), true);
  lane.saved(4);
  lane.find(4)->step = Step::ready;
  lane.hold();
  EXPECT_EQ(numbers(lane.to_send(true)), Numbers{4});
  lane.resend();
  EXPECT_EQ(numbers(lane.to_send(true)), Numbers{4});
  lane.begin_session();
  EXPECT_EQ(numbers(lane.to_send(true)), (Numbers{1, 4}));
  lane.release();
  EXPECT_EQ(numbers(lane.to_send(true)), (Numbers{1, 2, 3, 4}));
}

TEST(ALane, HeldWithTextsAloneDoesNotMove) {
  auto lane = lane_of(2, Step::ready);
  EXPECT_TRUE(lane.moving());
  lane.hold();
  EXPECT_FALSE(lane.moving());
  EXPECT_FALSE(lane.empty());
}

TEST(ALane, KeepsOnlyIdsBehindItsWindow) {
  Lane lane;
  for (std::uint64_t seq = 1; seq <= 100'000; ++seq) lane.push(letter(seq), true);
  EXPECT_LE(lane.bytes(), Lane::max_window_bytes + 4096);
  EXPECT_TRUE(lane.find(std::uint64_t{1}));
  EXPECT_FALSE(lane.find(std::uint64_t{Lane::max_window + 1}));
}

TEST(ALane, BoundsItsWindowByBytesToo) {
  Lane lane;
  for (std::uint64_t seq = 1; seq <= 1000; ++seq) {
    auto large = letter(seq);
    large.envelope.body.assign(64 * 1024, 'x');
    lane.push(std::move(large), true);
  }
  EXPECT_LE(lane.bytes(), Lane::max_window_bytes + 200'000);
}

TEST(ALane, PagesThroughWhatIsBehindItsWindowInOrder) {
  Lane lane;
  constexpr std::uint64_t count = 10'000;
  for (std::uint64_t seq = 1; seq <= count; ++seq) lane.push(letter(seq), true);
  std::uint64_t next = 1;
  while (!lane.empty()) {
    const auto ids = lane.wanted(true);
    std::vector<Letter> page;
    for (const auto& id : ids)
      for (std::size_t i = 24; i < 32; ++i) {
        if (i == 24) page.push_back(letter(0));
        page.back().envelope.seq = page.back().envelope.seq << 8 | id.b[i];
        page.back().id = id;
      }
    EXPECT_TRUE(ids.empty() || lane.wanted(true).empty()) << "one page at a time";
    lane.page(ids, page, ids.size());
    ASSERT_TRUE(lane.find(next)) << next;
    lane.remove(id_of(next++));
  }
  EXPECT_EQ(next, count + 1);
}

TEST(ALane, PutsBackWhatAPageDidNotReach) {
  Lane lane;
  for (std::uint64_t seq = 1; seq <= 4; ++seq) lane.push_id(id_of(seq));
  const auto ids = lane.wanted(true);
  lane.page(ids, {letter(1)}, 2);  // the second no longer waits, the others were not looked at
  EXPECT_TRUE(lane.find(std::uint64_t{1}));
  EXPECT_EQ(lane.wanted(true), (std::vector<sdk::Id>{id_of(3), id_of(4)}));
}

TEST(ALane, IgnoresAPageOfWhichAMessageWasRemovedAndAsksAgain) {
  Lane lane;
  for (std::uint64_t seq = 1; seq <= 3; ++seq) lane.push_id(id_of(seq));
  const auto ids = lane.wanted(true);
  lane.remove(id_of(2));
  lane.page(ids, {letter(1), letter(2), letter(3)}, 3);
  EXPECT_FALSE(lane.find(std::uint64_t{2}));
  EXPECT_EQ(lane.wanted(true), (std::vector<sdk::Id>{id_of(1), id_of(3)}));
}

TEST(ALane, KeepsAFewMessagesWhenTheSessionEndsAndTheirOrder) {
  auto lane = lane_of(1000, Step::ready);
  lane.shrink();
  EXPECT_LE(lane.bytes(), Lane::max_window_absent * 4096);
  EXPECT_TRUE(lane.wanted(false).empty()) << "enough to knock with";
  for (std::uint64_t seq = 1; seq <= Lane::max_window_absent; ++seq) lane.remove(id_of(seq));
  EXPECT_EQ(lane.wanted(true).front(), id_of(Lane::max_window_absent + 1));
}

TEST(ALane, PutsARetriedMessageWhereItsNumberBelongs) {
  Lane lane;
  for (const std::uint64_t seq : {1, 2, 5}) lane.push(letter(seq), true);
  lane.insert(letter(3));
  lane.insert(letter(3));
  EXPECT_EQ(numbers(lane.to_sign(true)), (Numbers{1, 2, 3, 5}));
}

}  // namespace
}  // namespace p2pchat::messaging
