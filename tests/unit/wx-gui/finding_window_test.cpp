// SPDX-License-Identifier: MIT
// How people and messages are found, verified and read as lists in the window.
#include "unit/wx-gui/stage.hpp"
#include "view/search_sheet.hpp"
#include "view/switcher_sheet.hpp"
#include "view/verify_sheet.hpp"

#include <gtest/gtest.h>
#include <wx/uiaction.h>

namespace p2pchat::wx_gui {
namespace {

TEST(Finding, SwitchesToTheChatWithSomethingUnread) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.befriend(stage.ming, "小明");
  stage.chat.receive(stage.ming, "hello", 1);
  stage.chat.receive(stage.bob, "newer");
  stage.play([&] {
    stage.open(stage.bob, 1);
    stage.until([&] { return stage.app().desk().feed.book().unread() == 1; }, "what is unread");
    sdk::Id chosen;
    SwitcherSheet sheet(&stage.frame(), stage.app().desk(), [&](const sdk::Id& who) { chosen = who; });
    sheet.Show();
    stage.settle();
    stage.take_picture("switcher");
    ASSERT_EQ(sheet.rows().size(), 2U);
    sheet.choose();
    EXPECT_EQ(chosen, stage.ming);
    sheet.write("BO");
    sheet.choose();
    EXPECT_EQ(chosen, stage.bob);
  });
}

TEST(Finding, SearchesEverywhereAndJumpsThere) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.befriend(stage.ming, "小明");
  stage.chat.receive(stage.ming, "a needle in 海边");
  for (int i = 1; i <= 300; ++i) stage.chat.receive(stage.ming, "hay " + std::to_string(i));
  stage.play([&] {
    stage.open(stage.bob, 0);
    SearchSheet sheet(&stage.frame(), stage.app().desk(),
                      [&](const sdk::Id& peer, std::uint64_t place, const std::string& words) {
                        stage.frame().chats().open(peer);
                        stage.conversation().show_message(place, words);
                      });
    sheet.Show();
    sheet.write("needle");
    stage.until([&] { return sheet.rows().size() == 1; }, "the hit");
    stage.take_picture("search-everywhere");
    sheet.choose();
    sheet.Hide();
    stage.until(
        [&] {
          const auto& messages = stage.canvas().conversation().messages();
          return !messages.empty() && messages.front().body == "a needle in 海边";
        },
        "its page");
    EXPECT_EQ(stage.app().desk().open_chat, stage.ming);
    stage.take_picture("search-jump");
  });
}

TEST(Finding, VerifiesByTheSameCodeAndKeepsThat) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.until([&] { return stage.app().desk().me.id != sdk::Id{}; }, "who I am");
    auto& desk = stage.app().desk();
    VerifySheet sheet(&stage.frame(), desk, stage.bob);
    sheet.Show();
    stage.settle();
    stage.take_picture("verify");
    sheet.compare("p2pchat-safety:1234");
    EXPECT_FALSE(desk.notes.of(stage.bob).verified);
    sheet.compare(safety_code(stage.bob, desk.me.id));
    EXPECT_TRUE(desk.notes.of(stage.bob).verified);
  });
  stage.loop.call([&] { EXPECT_EQ(stage.tables.entries.count("people/" + std::string(stage.bob.view().text())), 1U); });
}

TEST(Finding, KeepsADraftOverARestart) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.conversation().composer().type("not finished");
  });
  Stage again;
  again.chat.befriend(again.bob, "bob");
  stage.loop.call([&] { again.tables.entries = stage.tables.entries; });
  again.play([&] {
    again.open(again.bob, 0);
    EXPECT_EQ(again.conversation().composer().value(), "not finished");
  });
}

TEST(Finding, ReadsMessagesAsAListAndMarksThemAsRead) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    wxUIActionSimulator keys;
    keys.Char(WXK_F7);
    stage.until([&] { return stage.conversation().mirror().IsShownOnScreen(); }, "the list");
    stage.chat.receive(stage.bob, "你好");
    stage.until([&] { return stage.conversation().mirror().GetCount() == 1; }, "the line");
    EXPECT_TRUE(stage.conversation().mirror().GetString(0).EndsWith(wxString::FromUTF8("你好")));
    stage.until([&] { return stage.canvas().conversation().messages()[0].state == sdk::State::read; }, "the receipt");
    stage.take_picture("mirror");
    keys.Char(WXK_F7);
    stage.until([&] { return stage.canvas().IsShownOnScreen(); }, "the bubbles");
  });
}

TEST(Finding, ReadsTheBeachAsAList) {
  Stage stage;
  stage.sea.drift_in(stage.ming, "有人在听吗？");
  stage.play([&] {
    stage.frame().show_page(Page::beach);
    stage.until([&] { return stage.frame().beach()->beach().found.size() == 1; }, "the bottle");
    stage.frame().toggle_mirror();
    EXPECT_EQ(stage.frame().beach()->mirror().GetCount(), 1U);
    stage.take_picture("beach-mirror");
  });
}

TEST(Finding, TakesABottleBackBeforeItLeaves) {
  Stage stage;
  stage.play([&] {
    std::vector<std::string> gone, back;
    auto* bar = new DepartureBar(
        &stage.frame(), stage.app().desk(), [&](const ThrownNote& note) { gone.push_back(note.text); },
        [&](const ThrownNote& note) { back.push_back(note.text); });
    bar->hold({"one", 0});
    bar->take_back();
    bar->hold({"two", 0});
    bar->hold({"three", 0});
    EXPECT_EQ(back, std::vector<std::string>{"one"});
    EXPECT_EQ(gone, std::vector<std::string>{"two"});
    bar->take_back();
  });
}

TEST(Finding, HoldsABottleForAWhile) {
  Stage stage;
  stage.play([&] {
    auto& beach = *stage.frame().beach();
    stage.frame().show_page(Page::beach);
    beach.send_off({"too early", 0});
    stage.settle();
    stage.take_picture("departure");
    EXPECT_TRUE(beach.departure().waiting());
    stage.loop.call([&] { stage.sea.drift_in(stage.ming, "something else"); });
    stage.until([&] { return beach.beach().found.size() == 1; }, "the other bottle");
    EXPECT_TRUE(beach.beach().mine.empty());
  });
  // The window closed before the bottle left: who threw it meant it.
  std::size_t mine = 0;
  stage.loop.call([&] { stage.sea.mine([&](const sdk::BottleView&) { ++mine; }); });
  EXPECT_EQ(mine, 1U);
}

TEST(Finding, ShowsOneOfTwoPagesWhenItIsNarrow) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.receive(stage.bob, "The wind comes up after sunset, so bring something warm to drink.");
  stage.play([&] {
    stage.frame().SetClientSize(480, 700);
    stage.until([&] { return stage.frame().GetClientSize().x == 480; }, "the narrow window");
    stage.settle();
    stage.take_picture("narrow-list");
    EXPECT_FALSE(stage.conversation().IsShownOnScreen());
    stage.open(stage.bob, 1);
    EXPECT_TRUE(stage.conversation().IsShownOnScreen());
    stage.take_picture("narrow-chat");
    stage.press("Back to the list (Alt+Left)");
    EXPECT_FALSE(stage.conversation().IsShownOnScreen());
    stage.frame().SetClientSize(1000, 700);
    stage.until([&] { return stage.conversation().IsShownOnScreen(); }, "both");
  });
}

}  // namespace
}  // namespace p2pchat::wx_gui
