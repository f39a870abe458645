// SPDX-License-Identifier: MIT
#include "logbook.hpp"

#include "durations.hpp"
#include "judge/course.hpp"
#include "note/gas_chain.hpp"
#include "note/note_id.hpp"
#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::simulation {
namespace {

constexpr std::uint32_t stamp_bits = 4;
constexpr std::uint64_t written_ms = SimHost::epoch_ms + minute_ms;

/// A sea in which people bring each other bottles by hand.
struct TheLogbook : testing::Test {
  Sea sea{7};
  Logbook logbook{sea};
  bottle::Note true_note, false_note;  // of one id; the second is signed by somebody else

  TheLogbook() {
    sea.with_bottles = true;
    sea.settings = [](std::size_t) -> Settings { return {{"stamp_bits", std::to_string(stamp_bits)}}; };
    sea.grow(30);
    sea.heap().run_for(minute_us);
    true_note = written_by(0), false_note = written_by(1);
    logbook.thrown(true_note.id, true_note.sender);
  }
  bottle::Note written_by(std::size_t number) {
    auto& node = *sea.node(number);
    bottle::Note note;
    note.time_ms = written_ms;
    note.expiry_ms = written_ms + 60 * minute_ms;
    note.body = "the same words";
    note.id = bottle::note_id(node.crypto, note.time_ms, note.body);
    note.gas_anchor = note.gas_token = node.id();
    for (std::uint32_t i = 0; i < bottle::most_gas; ++i)
      note.gas_anchor = bottle::next_token(node.crypto, note.gas_anchor);
    node.identity.self([&](const sdk::Status&, const sdk::Id& me, sdk::bytes key) {
      note.sender = me;
      note.key.assign(key.ptr, key.ptr + key.len);
    });
    sea.heap().run_for(second_us);
    const auto text = bottle::signed_bytes(node.crypto.suite(), note);
    node.identity.sign(text,
                       [&](const sdk::Status&, sdk::bytes sign) { note.sign.assign(sign.ptr, sign.ptr + sign.len); });
    sea.heap().run_for(second_us);
    const auto digest = bottle::stamp_digest(node.crypto, text, note.sign);
    note.stamp = bottle::find_stamp(node.crypto, digest, stamp_bits, 0, 1'000).value_or(0);
    return note;
  }
  /// The same with its gas spent.
  bottle::Note spent(bottle::Note note) {
    for (; note.gas > 0; --note.gas) note.gas_token = bottle::next_token(sea.node(0)->crypto, note.gas_token);
    return note;
  }
  std::size_t farthest() {
    std::vector<std::size_t> numbers;
    for (std::size_t i = 3; i < sea.size(); ++i) numbers.push_back(i);
    return *std::ranges::max_element(numbers, [&](std::size_t a, std::size_t b) {
      return bottle::is_nearer(sea.node(a)->id(), sea.node(b)->id(), true_note.id);
    });
  }
  /// After some words that are none: what follows the slowest of them arrives at once.
  void bring(std::size_t from, std::size_t to, const std::vector<bottle::Note>& notes) {
    std::vector<std::string> words(20, "{}");
    for (const auto& note : notes) words.push_back(bottle::write_note(note));
    for (const auto& text : words) sea.node(from)->network.send(sea.node(to)->id(), bottle::bottle_type, text, {});
    sea.heap().run_for(10 * second_us);
  }
};

TEST_F(TheLogbook, TellsTwoBottlesOfOneIdApartWhenARefusalOvertakesTheOtherWord) {
  const auto far = farthest();
  bring(2, far, {true_note, spent(false_note)});
  EXPECT_EQ(logbook.refusals["off-course"], 1U) << "the spent one was refused while the other waited for the disk";
  EXPECT_EQ(logbook.foreign_taken, 0U);
  bring(1, far, {false_note});
  EXPECT_GE(logbook.foreign_taken, 1U);
  EXPECT_EQ(logbook.taken_twice, 0U);
  EXPECT_EQ(logbook.stories().at(true_note.id).passing.front(), sea.node(far)->id());
}

TEST_F(TheLogbook, SeesThatABottleIsTakenTwiceByANodeThatForgot) {
  const auto far = farthest();
  bring(2, far, {true_note});
  bring(2, far, {true_note});
  EXPECT_EQ(logbook.taken_twice, 0U);
  sea.kill(far);
  sea.person(far).disk["held"].clear(), sea.person(far).disk["seen"].clear();
  sea.start(far);
  sea.heap().run_for(minute_us);
  bring(2, far, {true_note});  // into a session with the process that is no more
  bring(2, far, {true_note});
  EXPECT_EQ(logbook.taken_twice, 1U);
}

TEST_F(TheLogbook, CountsWhoJustCameAmongTheNearestOnlyWhenItHasTheBottle) {
  const auto newcomer = sea.node(sea.add())->id();
  const auto settled = sea.nearest(newcomer, 3, {});
  EXPECT_EQ(std::ranges::count(settled, newcomer), 0);
  const auto nearest = sea.nearest(newcomer, 3, {}, {newcomer});
  EXPECT_EQ(nearest, (std::vector{newcomer, settled[0], settled[1]}));
  sea.heap().run_for(Sea::settling_us);
  EXPECT_EQ(sea.nearest(newcomer, 3, {}), nearest);
}

}  // namespace
}  // namespace p2pchat::simulation
