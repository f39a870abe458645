// SPDX-License-Identifier: MIT
// Bottles in line mode, for people.
#include "line/line_session.hpp"
#include "line/text_printer.hpp"
#include "people.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

namespace p2pchat::terminal_ui {
namespace {

using sdk::Voyage;

struct BottleSession : testing::Test {
  explicit BottleSession(World::Bottles bottles = World::Bottles::fake) : world(bottles) {}
  World world;
  std::string out;
  TextPrinter printer{[this](std::string_view line) { out += line; }, world.feed->book()};
  LineSession session{*world.feed, printer};

  void begin() {
    session.start();
    world.settle();
    out.clear();
  }
  std::string typed(std::string line) {
    out.clear();
    session.take({LineReader::Kind::line, std::move(line)});
    world.settle();
    EXPECT_TRUE(session.idle());
    return out;
  }
  /// What is written about what happens by itself.
  std::string happened() {
    out.clear();
    world.settle();
    return out;
  }
};

TEST_F(BottleSession, SaysWhatToDoWhileThereIsNone) {
  begin();
  EXPECT_EQ(typed("/beach"), "-- the beach is empty: bottles drift in by themselves; /throw TEXT throws one\n");
  EXPECT_EQ(typed("/mine"), "-- no bottle of mine is at sea: /throw TEXT throws one\n");
  EXPECT_EQ(typed("/open 1"), "!! /open: no bottle '1' on the beach; /beach lists them\n");
  EXPECT_EQ(typed("/mine m1"), "!! /mine: no bottle 'm1' of mine; /mine lists them\n");
  EXPECT_EQ(typed("/chat m1"), "!! /chat: no bottle 'm1' of mine; /mine lists them\n");
  EXPECT_EQ(typed("/chat 1"), "!! /chat: no bottle '1' on the beach; /beach lists them\n");
}

TEST_F(BottleSession, FollowsABottleOfMine) {
  begin();
  EXPECT_EQ(typed("/throw 有人在听吗？"), "-- m1 waits to be taken: 有人在听吗？\n");
  world.bottle.step(first_bottle, Voyage::adrift, bob);
  world.bottle.step(first_bottle, Voyage::ashore, ming, 2);
  world.bottle.step(first_bottle, Voyage::answered, ming, 2, "我在\n12:00 bob: not me");
  EXPECT_EQ(happened(),
            "-- m1: b0111111 took it over\n-- m1: ashore with 5f111111 after 2 hops\n"
            "00:00 5f111111 answers m1: 我在\n      12:00 bob: not me\n");
  EXPECT_EQ(typed("/mine"), "m1    2025-11-24 00:00  1 answer              有人在听吗？\n");
  EXPECT_EQ(typed("/mine 1"),
            "m1 thrown 2025-11-24 00:00, until 2025-12-01 00:00: 1 answer\n      有人在听吗？\n"
            "   1  2025-11-24 00:00  b0111111 took it over\n"
            "   2  2025-11-24 00:00  ashore with 5f111111 after 2 hops\n"
            "   3  2025-11-24 00:00  5f111111 answered: 我在\n      12:00 bob: not me\n"
            "-- /chat m1 STEP asks who is named there to be a contact\n");
  world.bottle.step(first_bottle, Voyage::expired, {});
  EXPECT_EQ(happened(), "-- m1: its time is over\n");
}

TEST_F(BottleSession, AsksAFinderToBeAContact) {
  begin();
  typed("/throw is anybody there?");
  world.bottle.step(first_bottle, Voyage::ashore, bob, 1);
  world.settle();
  EXPECT_EQ(typed("/chat m1"), "!! /chat: nobody has answered m1; /mine m1 says who found it\n");
  EXPECT_EQ(typed("/chat m1 1"), "-- b0111111 is asked; what you write waits until they accept\n");
  EXPECT_EQ(world.feed->book().find(bob)->greeting, "You found my bottle: \"is anybody there?\"");
}

TEST_F(BottleSession, ReadsAndAnswersWhatCameAshore) {
  begin();
  world.bottle.drift_in(bob, "\x1b[2Jwho\nreads this?");
  EXPECT_EQ(happened(), "-- b1 came ashore, 2 hops: ␛[2Jwho⏎reads this?  /open b1\n");
  world.bottle.drift_in(ming, "路过", Voyage::passing, 1);
  EXPECT_EQ(happened(), "-- b2 drifts by, 1 hop: 路过\n");
  EXPECT_EQ(typed("/beach"),
            "b2    2025-11-24 00:00  passing       1 hop   路过\n"
            "b1    2025-11-24 00:00  unread        2 hops  ␛[2Jwho⏎reads this?\n");
  EXPECT_EQ(typed("/open 1"),
            "b1 from b0111111, thrown 2025-11-24 00:00, 2 hops, until 2025-12-01 00:00\n      ␛[2Jwho\n"
            "      reads this?\n-- /reply b1 TEXT, or /keep, /release, /chat, /hide b1\n");
  EXPECT_EQ(world.feed->bottles().beach().unread(), 0U);
  EXPECT_EQ(typed("/reply b1 I do "), "-- the answer is kept here until it has arrived\n");
  EXPECT_EQ(world.bottle.answered(), std::vector<std::string>{"I do"});
  EXPECT_EQ(typed("/reply b1 again"), "!! /reply: a bottle is answered once\n");
  EXPECT_NE(typed("/open b1").find("-- you answered it, or /keep"), out.npos);
  EXPECT_NE(typed("/open b2").find("-- it only passes here\n"), out.npos);
}

TEST_F(BottleSession, KeepsThrowsBackHidesAndAsksWhoThrewIt) {
  begin();
  for (const auto* text : {"one", "two", "three"}) world.bottle.drift_in(bob, text);
  world.bottle.drift_in(ming, "four");
  world.settle();
  EXPECT_EQ(typed("/keep b1"), "-- it is kept\n");
  EXPECT_EQ(typed("/release b2"), "-- it drifts again\n");
  EXPECT_EQ(typed("/open b2"), "!! /open: no bottle 'b2' on the beach; /beach lists them\n");
  EXPECT_EQ(typed("/chat b4"), "-- 5f111111 is asked; what you write waits until they accept\n");
  EXPECT_EQ(world.feed->book().find(ming)->greeting, "I found your bottle: \"four\"");
  EXPECT_EQ(typed("/hide b3"), "-- b0111111 is blocked\n");
  EXPECT_EQ(typed("/beach"), "b4    2025-11-24 00:00  unread        2 hops  four\n") << "nothing else of theirs";
}

TEST_F(BottleSession, SaysAtTheBeginningWhatIsUnread) {
  world.bottle.drift_in(bob, "one");
  world.bottle.drift_in(bob, "two", Voyage::passing);
  world.clock.run_for(1);
  session.start();
  world.settle();
  EXPECT_NE(out.find("-- 1 unread bottle on the beach: /beach\n"), out.npos) << out;
  EXPECT_EQ(out.find("drifts by"), out.npos);
}

TEST_F(BottleSession, SaysWhyABottleWasNotThrown) {
  begin();
  world.bottle.failure = {sdk::Errc::busy, "six bottles an hour: wait 10 minutes"};
  EXPECT_EQ(typed("/throw seventh"), "!! /throw: six bottles an hour: wait 10 minutes\n");
}

TEST_F(BottleSession, SaysThatAMessageWaitsOnTheSea) {
  world.chat.befriend(bob, "bob");
  begin();
  typed("/msg bob hi");
  world.chat.settle(world.chat.sent().front(), sdk::State::queued, "waiting on the sea");
  EXPECT_EQ(happened(), "-- waits for bob (on the sea until they come): hi\n");
  EXPECT_EQ(typed("/history bob"), "2025-11-24 00:00 to bob: hi  [queued: on the sea until they come]\n");
}

struct NoBottles : BottleSession {
  NoBottles() : BottleSession(World::Bottles::none) {}
};

TEST_F(NoBottles, AreSaidToBeMissingAndNothingElseSuffers) {
  begin();
  for (const auto* line : {"/beach", "/mine", "/throw hello"})
    EXPECT_NE(typed(line).find(": no bottles here: no plugin for them is loaded\n"), out.npos) << out;
  EXPECT_EQ(typed("/contacts"), "-- nobody\n");
}

}  // namespace
}  // namespace p2pchat::terminal_ui
