// SPDX-License-Identifier: MIT
// The beach and the sea on a full screen.
#include "people.hpp"
#include "screen/app.hpp"
#include "world.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

using sdk::Voyage;

struct BottlePages : testing::Test {
  explicit BottlePages(World::Bottles bottles = World::Bottles::fake) : world(bottles) {
    world.clock.run_for(1);
    app.start();
    world.settle();
  }
  World world;
  App app{*world.feed};
  int rows = 24, columns = 80;

  void press(const Key& key) {
    see();
    app.key(key);
    world.settle();
  }
  void write(std::string text) {
    press(Key::typed(std::move(text)));
    press(Key::of(Key::Code::enter));
  }
  void come(std::string text, Voyage voyage = Voyage::unread, const sdk::Id& from = bob) {
    world.bottle.drift_in(from, std::move(text), voyage);
    world.settle();
  }
  std::string see() {
    Grid grid(rows, columns);
    app.draw(grid);
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

TEST_F(BottlePages, SayWhatToDoWhileThereIsNone) {
  press(Key::function(6));
  EXPECT_TRUE(shows("The beach is empty. Bottles drift in by themselves; throw one with n")) << see();
  press(Key::function(7));
  EXPECT_TRUE(shows("No bottle of yours is at sea. Throw one with n")) << see();
}

TEST_F(BottlePages, ListWhatLiesAndWhatPassesWithTheUnreadAglow) {
  come("今天有人在听吗？\n二");
  come("hi", Voyage::passing, ming);
  EXPECT_TRUE(shows("F6 Beach 1"));
  EXPECT_TRUE(shows("b1 came ashore: F6"));
  press(Key::function(6));
  EXPECT_EQ(row(1), " On the beach  1");
  EXPECT_EQ(row(2), " ● b1   今天有人在听吗？⏎二                             2 hops, unread      0 s");
  EXPECT_EQ(row(4), " Passing  1");
  EXPECT_EQ(row(5), " ~ b2   hi                                              2 hops, passing     0 s");
}

TEST_F(BottlePages, OpenABottleAnswerItOnceAndKeepIt) {
  come("who\nreads \x1b[2Jthis?");
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(shows("b1 from b0111111 · 2 hops · thrown 0 s ago · 6 d left · read")) << see();
  EXPECT_TRUE(shows("  reads ␛[2Jthis?"));
  EXPECT_FALSE(shows("Beach 1")) << "it glows no more";
  press(Key::typed("a"));
  EXPECT_TRUE(shows(" answer to b1, sealed to who threw it "));
  press(Key::typed("我在 🙂"));
  EXPECT_TRUE(shows(" 4 of 1,000 "));
  press(Key::of(Key::Code::enter));
  EXPECT_EQ(world.bottle.answered(), std::vector<std::string>{"我在 🙂"});
  EXPECT_TRUE(shows("the answer is kept here until it has arrived"));
  EXPECT_TRUE(shows("you answered"));
  press(Key::typed("a"));
  EXPECT_TRUE(shows("you have answered it: once is all"));
  press(Key::typed("k"));
  EXPECT_TRUE(shows("it is kept"));
}

TEST_F(BottlePages, GiveBackAnAnswerThatCouldNotBeKept) {
  come("hello?");
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  press(Key::typed("a"));
  world.bottle.failure = {sdk::Errc::io, "the disk is full"};
  write("precious");
  EXPECT_TRUE(shows("/reply: the disk is full"));
  EXPECT_TRUE(shows("> precious"));
}

TEST_F(BottlePages, ThrowBackAndGoOnWithTheNext) {
  come("one");
  come("two");
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(shows("b2 from"));
  press(Key::typed("t"));
  EXPECT_TRUE(shows("it drifts again"));
  EXPECT_FALSE(shows("b2"));
  EXPECT_TRUE(shows("● b1")) << "the list is back";
}

TEST_F(BottlePages, BlockWhoThrewItAndShowNothingOfThemAnyMore) {
  come("one");
  come("two", Voyage::unread, ming);
  press(Key::function(6));
  press(Key::of(Key::Code::down));
  press(Key::of(Key::Code::enter));
  press(Key::typed("b"));
  EXPECT_TRUE(shows("b0111111 is blocked")) << see();
  EXPECT_FALSE(shows("b1"));
  EXPECT_EQ(world.feed->book().find(bob)->relation, sdk::Relation::blocked);
}

TEST_F(BottlePages, AskWhoThrewItToBeAContact) {
  come("anybody?");
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  press(Key::typed("c"));
  EXPECT_TRUE(shows("b0111111 is asked; what you write waits until they accept")) << see();
  EXPECT_EQ(world.feed->book().find(bob)->greeting, "I found your bottle: \"anybody?\"");
}

TEST_F(BottlePages, LetNothingBeDoneToWhatPasses) {
  come("on my way", Voyage::passing);
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(shows("on my way"));
  press(Key::typed("t"));
  EXPECT_TRUE(shows("it only passes here"));
}

TEST_F(BottlePages, ThrowABottleAndFollowItStepByStep) {
  press(Key::function(7));
  press(Key::typed("n"));
  write("is anybody out there?");
  EXPECT_TRUE(shows("m1 is thrown"));
  EXPECT_EQ(row(1), " · m1   is anybody out there?                                    queued     0 s");
  world.bottle.step(first_bottle, Voyage::adrift, bob, 0);
  world.bottle.step(first_bottle, Voyage::ashore, ming, 2);
  world.settle();
  EXPECT_TRUE(shows("ashore on 1 beach"));
  world.bottle.step(first_bottle, Voyage::answered, ming, 2, "有\n人");
  world.settle();
  EXPECT_TRUE(shows("F7 Sea 1"));
  EXPECT_TRUE(shows("m1 is answered: F7"));
  press(Key::of(Key::Code::enter));
  EXPECT_FALSE(shows("F7 Sea 1"));
  press(Key::of(Key::Code::escape));
  EXPECT_EQ(row(1).substr(0, 12), " ✓ m1   is");
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(
      shows("  2025-11-24 00:00  b0111111 took it over\n  2025-11-24 00:00  ashore with 5f111111 after 2 hops\n"
            "  2025-11-24 00:00  5f111111 answered\n      有\n      人\n"))
      << see();
}

TEST_F(BottlePages, ChatWithTheFinderWhoIsChosen) {
  press(Key::function(7));
  press(Key::typed("n"));
  write("is anybody out there?");
  world.bottle.step(first_bottle, Voyage::adrift, bob);
  world.bottle.step(first_bottle, Voyage::ashore, bob);
  world.bottle.step(first_bottle, Voyage::ashore, ming);
  world.settle();
  press(Key::of(Key::Code::enter));
  press(Key::typed("c"));
  EXPECT_TRUE(shows("nobody has answered m1"));
  press(Key::of(Key::Code::down));
  EXPECT_TRUE(shows("▸ 2025-11-24 00:00  ashore with b0111111")) << see();
  press(Key::of(Key::Code::down));
  press(Key::typed("c"));
  EXPECT_TRUE(shows("5f111111 is asked"));
  EXPECT_EQ(world.feed->book().find(ming)->greeting, "You found my bottle: \"is anybody out there?\"");
}

TEST_F(BottlePages, CountCharactersAndRefuseMoreThanAThousand) {
  press(Key::function(7));
  press(Key::typed("n"));
  std::string text;
  for (int i = 0; i < 1001; ++i) text += "海";
  write(text);
  EXPECT_TRUE(shows("1,000 characters fit in: take out 1")) << see();
  EXPECT_TRUE(shows("1001 of 1,000"));
  press(Key::of(Key::Code::backspace));
  press(Key::of(Key::Code::enter));
  EXPECT_TRUE(shows("m1 is thrown"));
}

TEST_F(BottlePages, KeepWhatIsBegunAndAskBeforeItIsForgotten) {
  press(Key::function(6));
  press(Key::typed("n"));
  press(Key::typed("begun"));
  press(Key::of(Key::Code::escape));
  EXPECT_FALSE(shows("begun"));
  press(Key::control('q'));
  EXPECT_FALSE(app.over());
  EXPECT_TRUE(shows("Ctrl-Q again leaves"));
  press(Key::typed("n"));
  EXPECT_TRUE(shows("> begun"));
}

TEST_F(BottlePages, AreReachedByTheirCommands) {
  come("who reads this?");
  write("/open b1");
  EXPECT_TRUE(shows("b1 from b0111111"));
  press(Key::function(2));
  write("/throw hello");
  EXPECT_TRUE(shows("m1 is thrown: F7"));
  write("/mine");
  EXPECT_TRUE(shows("m1   hello"));
  press(Key::function(2));
  write("/mine m1");
  EXPECT_TRUE(shows("No node has taken it over yet."));
  press(Key::function(2));
  write("/open b9");
  EXPECT_TRUE(shows("no bottle 'b9' on the beach"));
}

TEST_F(BottlePages, StandSideBySideOnAWideScreen) {
  rows = 40, columns = 120;
  come("who reads this?");
  press(Key::function(6));
  press(Key::of(Key::Code::enter));
  EXPECT_NE(row(1).find(" On the beach  1"), std::string::npos);
  EXPECT_NE(row(1).find("│  b1 from b0111111"), std::string::npos) << see();
}

TEST_F(BottlePages, FitEverySizeWhileABottleIsOpenAndAnotherIsWritten) {
  for (int i = 0; i < 30; ++i) come("今天天气很好，我们去海边散步吧 and so on and so on");
  press(Key::function(6));
  press(Key::of(Key::Code::end));
  press(Key::of(Key::Code::enter));
  press(Key::typed("a"));
  press(Key::typed("今天天气很好，我们去海边散步吧 and so on and so on"));
  for (rows = 1; rows < 30; ++rows)
    for (columns = 1; columns < 130; columns += 3) EXPECT_EQ(std::ranges::count(see(), '\n'), rows);
}

struct NoBottlePages : BottlePages {
  NoBottlePages() : BottlePages(World::Bottles::none) {}
};

TEST_F(NoBottlePages, SayThatThePluginIsMissing) {
  for (const int page : {6, 7}) {
    press(Key::function(page));
    press(Key::typed("n"));
    EXPECT_TRUE(shows("There are no bottles here: no plugin for them is loaded.")) << see();
  }
}

}  // namespace
}  // namespace p2pchat::terminal_ui
