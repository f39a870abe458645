// SPDX-License-Identifier: MIT
#include "model/conversation.hpp"

#include "model/timeline.hpp"
#include "people.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>
#include <time.h>

namespace p2pchat::terminal_ui {
namespace {

using Effect = Conversation::Effect;

Message message(std::uint64_t place, sdk::Direction direction = sdk::Direction::incoming) {
  Message message;
  message.id.b[0] = static_cast<std::uint8_t>(place);
  message.place = place;
  message.time_ms = morning + place * 1000;
  message.direction = direction;
  message.state = sdk::State::delivered;
  message.body = "m" + std::to_string(place);
  return message;
}

std::string places(const Conversation& conversation) {
  std::string text;
  for (const auto& one : conversation.messages()) text += std::to_string(one.place) + " ";
  return text;
}

TEST(Conversation, GrowsAtBothEnds) {
  Conversation conversation;
  EXPECT_EQ(conversation.take(message(9)), Effect::nothing) << "before the first page nothing is placed";
  conversation.reset({message(6), message(5)}, false);
  EXPECT_EQ(conversation.take(message(7)), Effect::grew);
  conversation.prepend({message(5), message(4), message(2)}, true);
  EXPECT_EQ(places(conversation), "2 4 5 6 7 ");
  EXPECT_TRUE(conversation.complete());
  EXPECT_EQ(conversation.oldest_place(), 2U);
}

TEST(Conversation, ChangesAMessageInItsPlace) {
  Conversation conversation;
  conversation.reset({message(6), message(5)}, false);
  auto read = message(5);
  read.state = sdk::State::read;
  EXPECT_EQ(conversation.take(read), Effect::changed);
  EXPECT_EQ(conversation.take(read), Effect::nothing);
  EXPECT_EQ(conversation.take(message(3)), Effect::nothing) << "older than what is fetched";
}

TEST(Conversation, AsksToBeFetchedAgainWhenSomethingComesBetween) {
  Conversation conversation;
  conversation.reset({message(8), message(5)}, false);
  EXPECT_EQ(conversation.take(message(7)), Effect::reload);
  auto moved = message(8);
  moved.place = 9;
  EXPECT_EQ(conversation.take(moved), Effect::reload);
}

TEST(Conversation, KnowsWhatIsUnreadAndWhatFailed) {
  Conversation conversation;
  auto seen = message(5), failed = message(7, sdk::Direction::outgoing);
  seen.state = sdk::State::read;
  failed.state = sdk::State::failed;
  conversation.reset({message(8), failed, message(6), seen}, true);
  EXPECT_EQ(conversation.first_unread(), 6U);
  ASSERT_NE(conversation.newest_mine(sdk::State::failed), nullptr);
  EXPECT_EQ(conversation.newest_mine(sdk::State::failed)->place, 7U);
  EXPECT_EQ(conversation.newest_mine(sdk::State::queued), nullptr);
}

struct Timeline : testing::Test {
  TimelineLayout layout;
  void SetUp() override {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    layout.text_width = 21;
    layout.theirs = "bob";
  }
  /// One line per row: time, name, text, state.
  std::string drawn(const std::vector<Message>& messages) const {
    std::string text;
    for (const auto& row : lay_out(messages, layout))
      text += row.time + "|" + row.name + "|" + row.text + "|" + row.state + "\n";
    return text;
  }
};

TEST_F(Timeline, GroupsWhatOneSaysWithinFiveMinutesOfADay) {
  auto later = message(3), next_day = message(4);
  later.time_ms += 6 * 60'000;
  next_day.time_ms += 86'400'000;
  EXPECT_EQ(drawn({message(1), message(2), later, next_day}),
            "||Tuesday 25 November 2025|\n10:00|bob|m1|\n10:00||m2|\n10:06|bob|m3|\n"
            "||Wednesday 26 November 2025|\n10:00|bob|m4|\n");
}

TEST_F(Timeline, MarksWhereTheUnreadBegins) {
  layout.unread_from = 2;
  EXPECT_EQ(drawn({message(1), message(2)}), "||Tuesday 25 November 2025|\n10:00|bob|m1|\n||new|\n10:00|bob|m2|\n");
}

TEST_F(Timeline, SaysAStateOnceForThoseThatShareIt) {
  const auto mine = sdk::Direction::outgoing;
  auto a = message(1, mine), b = message(2, mine), c = message(3, mine);
  c.state = sdk::State::queued;
  c.reason = "not-a-contact";
  EXPECT_EQ(drawn({a, b, c}),
            "||Tuesday 25 November 2025|\n10:00|you|m1|\n10:00||m2|delivered\n10:00||m3|queued\n"
            "||waits: they have not|\n||accepted yet|\n");
  layout.marks = true;
  EXPECT_EQ(drawn({a, b}), "||Tuesday 25 November 2025|\n10:00|you|m1|✓\n10:00||m2|✓\n");
}

TEST_F(Timeline, GivesAStateARowOfItsOwnWhereTheTextLeavesNoRoom) {
  auto wide = message(1, sdk::Direction::outgoing);
  wide.body = "exactly 21 cells wide";
  wide.state = sdk::State::failed;
  EXPECT_EQ(drawn({wide}), "||Tuesday 25 November 2025|\n10:00|you|exactly 21 cells wide|\n|||failed\n");
}

TEST_F(Timeline, WrapsAndDisarmsWhatWasSaid) {
  auto hostile = message(1);
  hostile.body = "\x1b[2J and then a long tail";
  EXPECT_EQ(drawn({hostile}), "||Tuesday 25 November 2025|\n10:00|bob|␛[2J and then a long|\n||tail|\n");
}

}  // namespace
}  // namespace p2pchat::terminal_ui
