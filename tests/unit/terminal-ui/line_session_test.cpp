// SPDX-License-Identifier: MIT
#include "line/line_session.hpp"

#include "line/text_printer.hpp"
#include "people.hpp"
#include "world.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

#include <cstdio>
#include <fstream>
#include <sstream>

namespace p2pchat::terminal_ui {
namespace {

struct Session : testing::Test {
  World world;
  std::string out;
  TextPrinter printer{[this](std::string_view line) { out += line; }, world.feed->book()};
  LineSession session{*world.feed, printer};

  void begin() {
    session.start();
    world.settle();
    out.clear();
  }
  /// What is written in answer to a line.
  std::string typed(std::string line) {
    out.clear();
    session.take({LineReader::Kind::line, std::move(line)});
    world.settle();
    EXPECT_TRUE(session.idle());
    return out;
  }
};

TEST_F(Session, BeginsWithTheLineToGiveToOthers) {
  session.start();
  world.settle();
  EXPECT_EQ(out, "you are p2pchat:" + wire::to_hex(test::FakeChat::id(0xAA)) +
                     "-0123\n-- give that line to a friend; /help lists the commands\n");
}

TEST_F(Session, SaysAgainWhoAskedBeforeItBegan) {
  world.chat.befriend(carol, "carol");
  world.chat.ask(bob, "bob", "it is me");
  session.start();
  world.settle();
  EXPECT_NE(out.find("-- bob asks to be a contact: it is me\n-- /accept b0111111 or /decline b0111111\n"), out.npos);
  EXPECT_EQ(out.find("carol"), out.npos) << "that I know carol is no news";
}

TEST_F(Session, WritesAConversationIntoAFile) {
  begin();
  world.chat.befriend(bob, "bob");
  world.chat.receive(bob, "早上好 & <hello>");
  world.settle();
  const auto path = testing::TempDir() + "p2pchat-export.html";
  EXPECT_EQ(typed("/export bob " + path), "-- the conversation is written\n");
  std::ifstream file(path);
  const auto page = (std::ostringstream() << file.rdbuf()).str();
  EXPECT_NE(page.find("早上好 &amp; &lt;hello&gt;"), page.npos);
  EXPECT_EQ(typed("/export bob " + path + ".exe"), "!! /export: the name of the file ends with .txt, .html or .json\n");
  std::remove(path.c_str());
}

TEST_F(Session, MeetsSomebodyAndTalks) {
  begin();
  EXPECT_EQ(typed("/add p2pchat:" + wire::to_hex(bob) + "-0000 bob -- hi"),
            "-- bob is asked; what you write waits until they accept\n");
  world.chat.befriend(bob, "bob");
  world.settle();
  EXPECT_EQ(typed("/to bob"), "-- what you type goes to bob\n");
  EXPECT_EQ(typed("hello 你好 🙂"), "00:00 to bob: hello 你好 🙂\n");
  EXPECT_EQ(world.chat.texts(bob), std::vector<std::string>{"hello 你好 🙂"});
  out.clear();
  world.chat.settle(world.chat.sent().front(), sdk::State::delivered);
  world.chat.receive(bob, "and to you\nfriend");
  world.settle();
  EXPECT_EQ(out, "-- delivered to bob: hello 你好 🙂\n00:00 bob: and to you\n      friend\n");
}

TEST_F(Session, AnswersARequest) {
  begin();
  world.chat.ask(bob, "bob", "");
  world.chat.ask(carol, "carol", "");
  world.settle();
  EXPECT_EQ(typed("/accept bob"), "-- bob is a contact\n");
  EXPECT_EQ(typed("/decline ca1111"), "-- carol is forgotten\n");
  EXPECT_EQ(typed("/decline bob"), "!! /decline: bob has not asked; /requests\n");
}

TEST_F(Session, RunsWhatIsPipedInTheOrderItStands) {
  session.start();
  for (const auto* line : {"/add b0", "/contacts"}) session.take({LineReader::Kind::line, line});
  session.take({LineReader::Kind::line, "/add " + wire::to_hex(bob) + " bob"});
  for (const auto* line : {"/to bob", "one", "two", "/quit", "three"}) session.take({LineReader::Kind::line, line});
  EXPECT_FALSE(session.over());
  world.settle();
  EXPECT_TRUE(session.over());
  EXPECT_EQ(world.chat.texts(bob), (std::vector<std::string>{"one", "two"})) << "nothing after /quit";
  EXPECT_NE(out.find("!! /add: this is not an invite\n-- nobody\n"), out.npos) << out;
}

TEST_F(Session, SendsTextsBesideEachOther) {
  world.chat.befriend(bob, "bob");
  begin();
  for (int i = 0; i < 5; ++i) session.take({LineReader::Kind::line, "/msg bob " + std::to_string(i)});
  session.take({LineReader::Kind::line, "/contacts"});
  world.clock.run_for(1);
  EXPECT_EQ(world.chat.sent().size(), 5U) << "all were given away before the first was answered";
  world.settle();
  EXPECT_TRUE(session.idle());
}

TEST_F(Session, SaysWhatIsWrong) {
  begin();
  EXPECT_EQ(typed("hello"), "!! /msg: nobody to talk to: /to PEER says who, /contacts lists those I know\n");
  EXPECT_EQ(typed("/msg dave hi"), "!! /msg: nobody is called 'dave'; /contacts lists those I know\n");
  EXPECT_EQ(typed("/dance"), "!! /dance: there is no /dance; /help lists the commands\n");
  EXPECT_EQ(typed("/more"), "!! /more: nothing to go on with: /history or /search first\n");
  EXPECT_EQ(typed("/retry abcdef"), "!! /retry: no message seen lately begins with 'abcdef'\n");
  out.clear();
  session.take({LineReader::Kind::too_long, {}});
  session.take({LineReader::Kind::not_utf8, {}});
  EXPECT_EQ(out,
            "!! this line is over 64 KiB and was dropped: shorten it\n!! this line is not UTF-8 and was dropped\n");
}

TEST_F(Session, ReadsBackInPages) {
  world.chat.befriend(bob, "bob");
  begin();
  for (int i = 1; i <= 5; ++i) world.chat.receive(bob, "m" + std::to_string(i), 1'700'000'000'000);
  world.settle();
  EXPECT_EQ(typed("/history bob 2"), "2023-11-14 22:13 bob: m4\n2023-11-14 22:13 bob: m5\n-- /more goes on\n");
  EXPECT_EQ(typed("/more"), "2023-11-14 22:13 bob: m2\n2023-11-14 22:13 bob: m3\n-- /more goes on\n");
  EXPECT_EQ(typed("/more"), "2023-11-14 22:13 bob: m1\n");
  EXPECT_EQ(typed("/search m3"), "2023-11-14 22:13 bob: m3\n");
  EXPECT_EQ(typed("/search-in bob m9"), "-- nothing\n");
}

TEST_F(Session, NamesAMessageThatFailedAndTriesItAgain) {
  world.chat.befriend(bob, "bob");
  begin();
  typed("/msg bob hi");
  world.chat.settle(world.chat.sent().front(), sdk::State::failed, "blocked");
  world.settle();
  EXPECT_NE(out.find("-- not sent to bob (they are blocked): hi  /retry 00000001\n"), out.npos) << out;
  EXPECT_EQ(typed("/retry 00000001"), "-- done\n");
  EXPECT_NE(typed("/cancel 00000001").find("(given up)"), out.npos);
}

TEST_F(Session, ShowsNothingThatMovesTheTerminal) {
  world.chat.befriend(bob, "bob\x1b[2J");
  begin();
  world.chat.receive(bob, "\x1b]0;title\x07\n12:00 carol: not me");
  world.settle();
  EXPECT_EQ(out, "00:00 bob␛[2J: ␛]0;title␇\n      12:00 carol: not me\n");
  EXPECT_EQ(typed("/\x1b[2J").find('\x1b'), out.npos);
}

TEST_F(Session, SaysTheStateOfTheNetworkOnce) {
  begin();
  for (int i = 0; i < 2; ++i) world.host.publish("net.status", {}, sdk::bytes::of("connected"));
  world.settle();
  EXPECT_EQ(out, "-- connected\n");
}

TEST_F(Session, ReadsNobodyTwice) {
  world.chat.befriend(bob, "bob");
  begin();
  world.chat.receive(bob, "one");
  world.settle();
  EXPECT_EQ(world.feed->book().unread(), 1U);
  EXPECT_EQ(typed("/read bob"), "-- done\n");
  EXPECT_EQ(world.feed->book().unread(), 0U);
}

}  // namespace
}  // namespace p2pchat::terminal_ui
