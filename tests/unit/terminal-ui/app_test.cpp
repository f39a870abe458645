// SPDX-License-Identifier: MIT
#include "screen/app.hpp"

#include "people.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

struct Screen : testing::Test {
  World world;
  App app{*world.feed};
  int rows = 24, columns = 80;
  std::optional<std::pair<int, int>> cursor;

  void begin() {
    world.chat.befriend(bob, "bob");
    world.chat.befriend(ming, "小明");
    world.clock.run_for(1);
    app.start();
    world.settle();
  }
  void press(const Key& key) {
    app.key(key);
    world.settle();
  }
  void type(std::string text) {
    press(Key::typed(std::move(text)));
    press(Key::of(Key::Code::enter));
  }
  void open_bob() {
    type("/to bob");
    see();
    world.settle();
  }
  /// The screen as text, a line per row.
  std::string see() {
    Grid grid(rows, columns);
    app.draw(grid);
    cursor = grid.cursor();
    std::string text;
    for (int row = 0; row < grid.rows(); ++row) text += grid.line(row) + "\n";
    return text;
  }
  std::string row(int number) {
    Grid grid(rows, columns);
    app.draw(grid);
    return grid.line(number);
  }
  bool shows(std::string_view text) { return see().find(text) != std::string::npos; }
};

TEST_F(Screen, WelcomesOneWhoKnowsNobody) {
  app.start();
  world.settle();
  EXPECT_TRUE(shows("Nobody here yet."));
  EXPECT_TRUE(shows("p2pchat:aa1111"));
  EXPECT_TRUE(shows("/add INVITE NAME -- a word of greeting"));
}

TEST_F(Screen, ShowsContactsConversationAndComposerSideBySide) {
  begin();
  world.chat.set_online(bob, true);
  world.chat.receive(bob, "hello", morning);
  world.settle();
  EXPECT_EQ(row(1).substr(0, 22), " ● bob            1 ");
  open_bob();
  EXPECT_EQ(row(0), " F1 Help  F2 Chats  F3 Req  F4 Net  F5 Find  F6 Beach  F7 Sea                me");
  EXPECT_NE(row(1).find("│ bob  online"), std::string::npos);
  EXPECT_NE(row(21).find("│───────"), std::string::npos) << row(21);
  EXPECT_NE(row(20).find("│ 10:00 bob hello"), std::string::npos) << see();
  EXPECT_NE(row(22).find("│ >"), std::string::npos);
  EXPECT_EQ(cursor, (std::pair{22, 24}));
}

TEST_F(Screen, SendsWhatIsTypedAndSaysWhatBecameOfIt) {
  begin();
  open_bob();
  type("hello 你好 🙂");
  EXPECT_EQ(world.chat.texts(bob), std::vector<std::string>{"hello 你好 🙂"});
  EXPECT_TRUE(shows("hello 你好 🙂                            queued")) << see();
  world.chat.settle(world.chat.sent().front(), sdk::State::failed, "they blocked me");
  world.settle();
  EXPECT_TRUE(shows("failed"));
  EXPECT_TRUE(shows("not sent: they blocked me"));
  press(Key::control('r'));
  EXPECT_TRUE(shows("queued"));
}

TEST_F(Screen, GivesBackATextThatCouldNotBeSent) {
  begin();
  open_bob();
  world.chat.failure = {sdk::Errc::io, "the disk is full"};
  type("precious");
  EXPECT_TRUE(shows("/msg: the disk is full"));
  EXPECT_TRUE(shows("> precious"));
}

TEST_F(Screen, KeepsADraftForEachContact) {
  begin();
  open_bob();
  press(Key::typed("to bob"));
  press(Key::of(Key::Code::previous));
  press(Key::of(Key::Code::next));
  press(Key::of(Key::Code::next));
  type("/to 5f1111");
  EXPECT_FALSE(shows("> to bob"));
  EXPECT_TRUE(shows("draft"));
  open_bob();
  EXPECT_TRUE(shows("> to bob"));
}

TEST_F(Screen, AsksBeforeADraftIsForgotten) {
  begin();
  open_bob();
  press(Key::typed("begun"));
  press(Key::control('q'));
  EXPECT_FALSE(app.over());
  EXPECT_TRUE(shows("Ctrl-Q again leaves"));
  press(Key::of(Key::Code::left));
  press(Key::control('q'));
  EXPECT_FALSE(app.over()) << "another key came between";
  press(Key::control('q'));
  EXPECT_TRUE(app.over());
}

TEST_F(Screen, WritesSeveralLines) {
  begin();
  open_bob();
  press(Key::typed("one"));
  press(Key::of(Key::Code::new_line));
  type("two");
  EXPECT_EQ(world.chat.texts(bob), std::vector<std::string>{"one\ntwo"});
  press(Key::of(Key::Code::up));
  EXPECT_TRUE(shows("> one")) << "what was sent comes back";
}

TEST_F(Screen, MarksAsReadWhatIsSeenAndNothingElse) {
  begin();
  world.chat.receive(bob, "one", morning);
  world.chat.receive(ming, "二", morning);
  world.settle();
  EXPECT_EQ(world.feed->book().unread(), 2U);
  open_bob();
  EXPECT_EQ(world.feed->book().unread(), 1U);
  press(Key::function(1));
  world.chat.receive(bob, "while away from the page", morning);
  world.settle();
  EXPECT_EQ(world.feed->book().unread(), 2U);
  press(Key::function(2));
  EXPECT_EQ(world.feed->book().unread(), 1U);
}

TEST_F(Screen, FetchesOlderPagesWhenScrolledUpAndStaysThere) {
  begin();
  for (int i = 1; i <= 250; ++i) world.chat.receive(bob, "m" + std::to_string(i), morning);
  world.chat.mark_read(bob, 1000, [](const sdk::Status&) {});
  world.settle();
  open_bob();
  EXPECT_TRUE(shows(" m250"));
  for (int i = 0; i < 30; ++i) press(Key::of(Key::Code::page_up)), see();
  EXPECT_TRUE(shows(" m1\n")) << see();
  EXPECT_TRUE(shows("more below"));
  const auto before = row(5);
  world.chat.receive(bob, "something new", morning);
  world.settle();
  EXPECT_EQ(row(5), before) << "what is read does not move away";
  EXPECT_TRUE(shows("1 new below"));
  press(Key::of(Key::Code::escape));
  EXPECT_TRUE(shows("something new"));
}

TEST_F(Screen, BeginsReadingWhereTheUnreadBegins) {
  begin();
  for (int i = 1; i <= 200; ++i) world.chat.receive(bob, "m" + std::to_string(i), morning);
  world.settle();
  open_bob();
  EXPECT_TRUE(shows("──── new ────"));
  EXPECT_TRUE(shows(" m1\n"));
  EXPECT_EQ(world.feed->book().unread(), 200U) << "the end was not seen yet";
}

TEST_F(Screen, FindsAMessageAndGoesThere) {
  begin();
  for (int i = 1; i <= 700; ++i) world.chat.receive(bob, "m" + std::to_string(i) + ".", morning);
  world.settle();
  type("/search m77.");
  EXPECT_TRUE(shows("Search everywhere: m77."));
  EXPECT_TRUE(shows("bob       m77.")) << see();
  press(Key::of(Key::Code::enter));
  see();
  world.settle();
  EXPECT_TRUE(shows("m77."));
  EXPECT_TRUE(shows("m80.")) << "with what was said around it";
}

TEST_F(Screen, ShowsTheEndOfALongTextToSearchFor) {
  begin();
  press(Key::function(5));
  press(Key::typed(std::string(60'000, 'x') + "今天 end"));
  EXPECT_EQ(row(1).substr(0, 22), " Search everywhere: xx");
  EXPECT_TRUE(row(1).ends_with("x今天 end")) << row(1);
  see();
  EXPECT_EQ(cursor, (std::pair{1, columns - 2}));
}

TEST_F(Screen, KeepsRequestsApart) {
  begin();
  world.chat.ask(dave, "dave", "we met\nat the harbour");
  world.settle();
  EXPECT_TRUE(shows("F3 Req 1"));
  EXPECT_TRUE(shows("dave asks to be a contact: F3"));
  press(Key::function(3));
  EXPECT_TRUE(shows("▸ dave  da111111"));
  EXPECT_TRUE(shows("at the harbour"));
  press(Key::typed("a"));
  EXPECT_TRUE(shows("dave is a contact"));
  EXPECT_TRUE(shows("Nobody asks."));
}

TEST_F(Screen, AnswersTheRequestThatWasChosenThoughAnotherComes) {
  begin();
  world.chat.ask(dave, "dave", "we met");
  world.settle();
  press(Key::function(3));
  EXPECT_TRUE(shows("▸ dave"));
  world.chat.ask(test::FakeChat::id(0xEE), "aaron", "take me instead");
  world.settle();
  EXPECT_TRUE(shows("▸ dave"));
  press(Key::typed("a"));
  EXPECT_TRUE(shows("dave is a contact"));
  EXPECT_TRUE(shows("▸ aaron")) << "who is left";
}

TEST_F(Screen, TurnsNothingOfAHostileTextIntoTerminalOrders) {
  begin();
  world.chat.befriend(dave, "da\x1b[2Jve\u202E");
  world.chat.receive(dave, "\x1b]0;title\x07 \u009b31m", morning);
  world.settle();
  type("/to da1111");
  EXPECT_TRUE(shows("␛]0;title␇"));
  for (const auto* order : {"\x1b", "\x07", "\u202E", "\u009b"}) EXPECT_FALSE(shows(order));
}

TEST_F(Screen, ShowsOnePaneWhereThereIsNoRoomForTwo) {
  rows = 15, columns = 40;
  begin();
  EXPECT_EQ(see().find("│"), std::string::npos);
  press(Key::of(Key::Code::tab));
  EXPECT_TRUE(shows(" ○ bob"));
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(shows(">"));
}

TEST_F(Screen, SaysWhatSizeItNeeds) {
  rows = 5, columns = 30;
  begin();
  EXPECT_EQ(row(0), "too small: 36x8 is needed");
  rows = 0, columns = 0;
  EXPECT_EQ(see(), "");
}

TEST_F(Screen, FitsEverySizeWithoutAnOverflow) {
  begin();
  world.chat.receive(bob, "今天天气很好，我们去海边散步吧 and so on and so on", morning);
  world.settle();
  open_bob();
  for (int page = 1; page <= 7; ++page) {
    press(Key::function(page));
    for (rows = 1; rows < 30; ++rows)
      for (columns = 1; columns < 100; columns += 3) EXPECT_EQ(std::ranges::count(see(), '\n'), rows);
  }
}

TEST_F(Screen, SaysWhatIsWrongWithACommandAndKeepsIt) {
  begin();
  type("/nonsense");
  EXPECT_TRUE(shows("there is no /nonsense"));
  EXPECT_TRUE(shows("> /nonsense"));
  press(Key::control('u'));
  type("hello");
  EXPECT_TRUE(shows("nobody to write to"));
}

}  // namespace
}  // namespace p2pchat::terminal_ui
