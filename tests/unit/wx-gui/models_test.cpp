// SPDX-License-Identifier: MIT
#include "model/chat_list.hpp"
#include "model/chat_order.hpp"
#include "model/search_hits.hpp"
#include "model/timeline.hpp"
#include "model/told_words.hpp"
#include "model/words.hpp"
#include "morning.hpp"
#include "text/time_words.hpp"

#include <gtest/gtest.h>
#include <time.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

struct Models : testing::Test {
  English english;
  Conversation conversation;
  TimelineView view{morning + hour, 0, 0};
  void SetUp() override {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
  }
  static Message message(std::uint64_t place, std::uint64_t time_ms, bool incoming,
                         sdk::State state = sdk::State::delivered) {
    Message made;
    made.id.b[0] = static_cast<std::uint8_t>(place >> 8), made.id.b[1] = static_cast<std::uint8_t>(place);
    made.place = place, made.time_ms = time_ms, made.state = state;
    made.direction = incoming ? sdk::Direction::incoming : sdk::Direction::outgoing;
    made.body = "text " + std::to_string(place);
    return made;
  }
  /// Newest first, as the store gives them.
  void given(std::vector<Message> newest) { conversation.reset(newest, true); }
  RowFacts facts(std::size_t index) { return facts_of(conversation, index, view, english); }
  static Person person(std::uint8_t first, std::string name, sdk::Relation relation, std::uint64_t newest_ms) {
    Person made;
    made.id.b[0] = first, made.name = std::move(name), made.relation = relation, made.newest_ms = newest_ms;
    return made;
  }
};

TEST_F(Models, ADayHasItsPillOnce) {
  given({message(3, morning, true), message(2, morning - hour, true), message(1, morning - 26 * hour, true)});
  EXPECT_EQ(facts(0).day, "Yesterday");
  EXPECT_EQ(facts(1).day, "Today");
  EXPECT_EQ(facts(2).day, "");
}

TEST_F(Models, MessagesOfOneSenderWithinFiveMinutesStandTogether) {
  given({message(4, morning + 6 * 60'000, true), message(3, morning + 30'000, false),
         message(2, morning + 20'000, true), message(1, morning, true)});
  EXPECT_FALSE(facts(0).grouped);
  EXPECT_TRUE(facts(1).grouped);
  EXPECT_FALSE(facts(2).grouped);
  EXPECT_FALSE(facts(3).grouped);
}

TEST_F(Models, AClockThatWentBackDoesNotGroup) {
  given({message(2, morning - 1000, true), message(1, morning, true)});
  EXPECT_FALSE(facts(1).grouped);
}

TEST_F(Models, TheUnreadLineStandsAboveTheFirstUnreadMessage) {
  given({message(2, morning + 1000, true), message(1, morning, true)});
  view.unread_from = 2, view.unread_count = 3;
  EXPECT_EQ(facts(0).unread, "");
  EXPECT_EQ(facts(1).unread, "3 new messages");
  EXPECT_FALSE(facts(1).grouped);
}

TEST_F(Models, AStateIsSaidOnceForARunOfMessages) {
  given({message(3, morning, false, sdk::State::sent), message(2, morning, false, sdk::State::read),
         message(1, morning, false, sdk::State::read)});
  EXPECT_EQ(facts(0).state, "");
  EXPECT_EQ(facts(1).state, "read");
  EXPECT_EQ(facts(2).state, "sent");
}

TEST_F(Models, AFailedMessageSaysWhyAndMayBeTriedAgain) {
  auto failed = message(1, morning, false, sdk::State::failed);
  failed.reason = "blocked";
  given({failed});
  EXPECT_EQ(facts(0).reason, "Not sent: they are blocked.");
  EXPECT_TRUE(facts(0).can_retry);
  EXPECT_FALSE(facts(0).can_cancel);
}

TEST_F(Models, AMessageThatWaitsSaysForWhatAndMayBeGivenUp) {
  auto waiting = message(1, morning, false, sdk::State::queued);
  waiting.reason = "not-a-contact";
  given({waiting});
  EXPECT_EQ(facts(0).reason, "Waits: they have not accepted yet.");
  EXPECT_TRUE(facts(0).can_cancel);
}

TEST_F(Models, MessagesFarFromTheViewAreLetGoOfOnEitherSide) {
  given({message(4, morning, true), message(3, morning, true), message(2, morning, true), message(1, morning, true)});
  conversation.keep(1, 3);
  ASSERT_EQ(conversation.messages().size(), 2U);
  EXPECT_EQ(conversation.oldest_place(), 2U);
  EXPECT_EQ(conversation.newest_place(), 3U);
  EXPECT_EQ(conversation.end(), 4U);
  EXPECT_FALSE(conversation.complete());
  EXPECT_FALSE(conversation.at_end());
  EXPECT_EQ(conversation.append({message(4, morning, true), message(3, morning, true)}), 1U);
  EXPECT_TRUE(conversation.at_end());
}

TEST_F(Models, EventsBelowWhatIsLoadedAreNotPutBehindIt) {
  using Effect = Conversation::Effect;
  given({message(9, morning, true)});
  conversation.move_to({message(3, morning, true), message(2, morning, true)}, false);
  EXPECT_EQ(conversation.take(message(9, morning, true, sdk::State::read)), Effect::nothing) << "it is known of";
  EXPECT_EQ(conversation.take(message(11, morning, true)), Effect::beyond);
  EXPECT_EQ(conversation.take(message(3, morning, true, sdk::State::read)), Effect::changed);
  EXPECT_EQ(conversation.messages().size(), 2U);
  EXPECT_EQ(conversation.end(), 11U);
}

TEST_F(Models, OlderMessagesComeInFrontOnce) {
  given({message(5, morning, true)});
  EXPECT_EQ(conversation.prepend({message(4, morning, true), message(3, morning, true)}, false), 2U);
  EXPECT_EQ(conversation.prepend({message(4, morning, true)}, true), 0U);
  EXPECT_EQ(conversation.index_of(4), 1U);
  EXPECT_EQ(conversation.index_of(99), 3U);
}

TEST_F(Models, EventsSayWhatTheyMeanForTheView) {
  using Effect = Conversation::Effect;
  EXPECT_EQ(conversation.take(message(1, morning, true)), Effect::nothing) << "before anything was fetched";
  given({message(5, morning, true), message(3, morning, true)});
  EXPECT_EQ(conversation.take(message(6, morning, true)), Effect::grew);
  EXPECT_EQ(conversation.take(message(6, morning, true)), Effect::nothing);
  EXPECT_EQ(conversation.take(message(4, morning, true)), Effect::reload);
  EXPECT_EQ(conversation.take(message(1, morning, true)), Effect::nothing);
  EXPECT_EQ(conversation.take(message(5, morning, true, sdk::State::read)), Effect::changed);
  EXPECT_EQ(conversation.first_unread(), 3U);
}

TEST_F(Models, RequestsStandAboveConversationsTheNewestFirst) {
  AddressBook book;
  book.replace({person(1, "old", sdk::Relation::accepted, 10), person(2, "new", sdk::Relation::accepted, 20),
                person(3, "stranger", sdk::Relation::asking, 5), person(4, "gone", sdk::Relation::blocked, 30)});
  ChatOrder list;
  list.take(book);
  const auto& order = list.shown();
  ASSERT_EQ(order.size(), 3U);
  EXPECT_EQ(order[0].b[0], 3);
  EXPECT_EQ(order[1].b[0], 2);
  EXPECT_EQ(order[2].b[0], 1);
  list.filter("OL");
  EXPECT_EQ(list.shown().size(), 1U);
}

TEST_F(Models, ARowShowsTheDraftBeforeTheNewestMessage) {
  const auto bob = person(1, "bob", sdk::Relation::accepted, morning);
  Newest newest{{bob.id, message(1, morning, false)}};
  EXPECT_EQ(chat_row(bob, {}, newest, morning + hour, english).second, "You: text 1");
  PersonNotes notes;
  notes.set(bob.id, {"hel\nlo", false, false});
  const auto row = chat_row(bob, notes, newest, morning + hour, english);
  EXPECT_EQ(row.second, "[Draft] hel⏎lo");
  EXPECT_EQ(row.kind, ChatRow::Second::draft);
  EXPECT_EQ(row.time, "10:00");
}

TEST_F(Models, ANameCannotTurnTheTextAround) {
  const auto trickster = person(1, "ab\u202Ecd", sdk::Relation::accepted, 0);
  EXPECT_EQ(chat_row(trickster, {}, {}, morning, english).name, "ab<U+202E>cd");
}

TEST_F(Models, WordsOfTimeFitTheirDistance) {
  EXPECT_EQ(list_time(morning, morning + hour, english), "10:00");
  EXPECT_EQ(list_time(morning, morning + 20 * hour, english), "Yesterday");
  EXPECT_EQ(list_time(morning, morning + 72 * hour, english), "Tuesday");
  EXPECT_EQ(list_time(morning, morning + 400 * hour, english), "2025-11-25");
  EXPECT_EQ(list_time(0, morning, english), "");
  EXPECT_EQ(day_words(morning, morning + 400 * hour, english), "Tuesday 25 November");
  EXPECT_EQ(day_words(morning, morning + 9000 * hour, english), "Tuesday 25 November 2025");
  EXPECT_EQ(span_words(90 * 60'000, english), "1 hour");
  EXPECT_EQ(span_words(50 * hour, english), "2 days");
}

TEST_F(Models, ATimeFromTheFarFutureIsShown) { EXPECT_EQ(list_time(~0ULL, morning, english), "9999-01-01"); }

TEST_F(Models, InitialsBadgesAndTitles) {
  EXPECT_EQ(initial_of("alice"), "A");
  EXPECT_EQ(initial_of(" 小明"), "小");
  EXPECT_EQ(initial_of(""), "?");
  EXPECT_EQ(badge_text(0), "");
  EXPECT_EQ(badge_text(7), "7");
  EXPECT_EQ(badge_text(12'345), "99+");
  EXPECT_EQ(window_title(0, english), "p2pChat");
  EXPECT_EQ(window_title(3, english), "(3) p2pChat");
}

/// A language in which what was translated can be seen.
struct Angled final : Language {
  std::string say(const char* text) const override { return std::string("<") + text + ">"; }
  std::string count(const char* one, const char* many, std::uint64_t n) const override {
    return say(n == 1 ? one : many);
  }
};

TEST_F(Models, WhatTheNodeTellsIsTranslatedAndWhatOthersTellIsMadeHarmless) {
  const Angled angled;
  EXPECT_EQ(told_words("connected to the network", angled), "<connected to the network>");
  EXPECT_EQ(told_words("There is no identity: disk \x1b full", angled), "<There is no identity: disk ␛ full>");
  EXPECT_EQ(told_words("moonbase reached\n", angled), visible_line("moonbase reached\n"));
  EXPECT_EQ(told_words("", angled), "");
}

TEST_F(Models, WhoReachesNobodyHearsWhatToDoAndNotOfSettings) {
  const std::string alone = "no node to join through: set plugin.kademlia.bootstrap to host:port of one";
  EXPECT_TRUE(tells_of_nobody(alone));
  EXPECT_EQ(told_words(alone, english).find("plugin."), std::string::npos);
  EXPECT_NE(told_words(alone, english).find("address"), std::string::npos);
  EXPECT_TRUE(tells_of_nobody("no node answers; trying again"));
  EXPECT_EQ(told_words("no known node answered; going on trying", english), "no node answers; trying again");
  EXPECT_FALSE(tells_of_nobody("connected to the network"));
  EXPECT_FALSE(tells_of_nobody("nobody else is on this local network"));
  EXPECT_FALSE(tells_of_nobody(""));
}

TEST_F(Models, PatternsKeepWhatTheyDoNotKnow) {
  EXPECT_EQ(fill("{a} and {b} and {", {{"a", "x{b}"}}), "x{b} and {b} and {");
}

TEST_F(Models, HitsAreWalkedFromTheNewestAndAskForMoreAtTheEnd) {
  SearchHits hits;
  EXPECT_EQ(hits.words(english), "nothing found");
  hits.add({message(9, morning, true), message(5, morning, true)}, 77);
  EXPECT_EQ(hits.current(), 9U);
  EXPECT_EQ(hits.wanted(), 0U);
  EXPECT_TRUE(hits.older());
  EXPECT_EQ(hits.current(), 5U);
  EXPECT_EQ(hits.wanted(), 77U);
  EXPECT_EQ(hits.words(english), "2 of 2+");
  EXPECT_FALSE(hits.older());
  hits.add({message(2, morning, true)}, 0);
  EXPECT_TRUE(hits.older());
  EXPECT_TRUE(hits.newer());
  EXPECT_EQ(hits.words(english), "2 of 3");
}

}  // namespace
}  // namespace p2pchat::wx_gui
