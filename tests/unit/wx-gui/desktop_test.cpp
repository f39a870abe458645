// SPDX-License-Identifier: MIT
#include "unit/wx-gui/stage.hpp"
#include "view/bottle_sheets.hpp"
#include "view/join_sheet.hpp"
#include "view/text.hpp"
#include "wx_gui.hpp"

#include <gtest/gtest.h>
#include <wx/uiaction.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

using test::FakeChat;

TEST(Desktop, SendsWhatIsTypedOnEnter) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  EXPECT_EQ(stage.play([&] {
    stage.open(stage.bob, 0);
    wxUIActionSimulator keys;
    keys.Text("hello");
    stage.until([&] { return stage.conversation().composer().value() == "hello"; }, "the text");
    keys.Char(WXK_RETURN);
    stage.until([&] { return stage.texts(stage.bob) == std::vector<std::string>{"hello"}; }, "the message");
    EXPECT_EQ(stage.conversation().composer().value(), "");
    stage.until([&] { return stage.canvas().conversation().messages().size() == 1; }, "the bubble");
  }),
            0);
}

TEST(Desktop, BeginsALineOnShiftEnter) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    wxUIActionSimulator keys;
    keys.Text("a");
    keys.Char(WXK_RETURN, wxMOD_SHIFT);
    keys.Text("b");
    stage.until([&] { return stage.conversation().composer().value() == "a\nb"; }, "two lines");
    EXPECT_TRUE(stage.texts(stage.bob).empty());
  });
}

TEST(Desktop, ShowsWhatComesAndMarksItAsRead) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.chat.receive(stage.bob, "你好 👋");
    stage.until([&] { return stage.canvas().conversation().messages().size() == 1; }, "the message");
    stage.until([&] { return stage.canvas().conversation().messages()[0].state == sdk::State::read; }, "the receipt");
  });
}

TEST(Desktop, KeepsADraftForEachConversation) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.befriend(stage.ming, "小明");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.conversation().composer().type("for bob");
    stage.open(stage.ming, 0);
    EXPECT_EQ(stage.conversation().composer().value(), "");
    stage.open(stage.bob, 0);
    EXPECT_EQ(stage.conversation().composer().value(), "for bob");
  });
}

TEST(Desktop, TriesAFailedMessageAgainAndGivesUpOneThatWaits) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.conversation().composer().type("hello");
    stage.conversation().composer().send();
    const auto state = [&] {
      const auto& messages = stage.canvas().conversation().messages();
      return messages.empty() ? sdk::State::read : messages[0].state;
    };
    stage.until([&] { return state() == sdk::State::queued; }, "the message");
    stage.chat.settle(stage.canvas().conversation().messages()[0].id, sdk::State::failed, "blocked");
    stage.until([&] { return state() == sdk::State::failed; }, "the failure");
    stage.canvas().act_on(stage.canvas().conversation().messages()[0]);
    stage.until([&] { return state() == sdk::State::queued; }, "another try");
    stage.canvas().act_on(stage.canvas().conversation().messages()[0]);
    stage.until([&] { return state() == sdk::State::failed; }, "the end");
  });
}

TEST(Desktop, GivesBackATextThatCouldNotBeSaved) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.loop.call([&] { stage.chat.failure = {sdk::Errc::io, "disk full"}; });
    stage.conversation().composer().type("precious");
    stage.conversation().composer().send();
    stage.until([&] { return stage.conversation().composer().value() == "precious"; }, "the text");
  });
}

TEST(Desktop, AcceptsARequestByItsButton) {
  Stage stage;
  stage.chat.ask(stage.ming, "小明", "我们在海边见过");
  stage.play([&] {
    stage.until([&] { return stage.app().desk().feed.book().requests().size() == 1; }, "the request");
    stage.frame().chats().open(stage.ming);
    stage.press("Accept");
    stage.until([&] { return stage.app().desk().feed.book().find(stage.ming)->relation == sdk::Relation::accepted; },
                "the contact");
    stage.until([&] { return stage.canvas().IsShownOnScreen(); }, "the conversation");
  });
}

TEST(Desktop, FetchesOlderMessagesAsItIsScrolledUpAndHoldsItsPlace) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  for (int i = 1; i <= 350; ++i) stage.chat.receive(stage.bob, "message " + std::to_string(i));
  stage.play([&] {
    stage.open(stage.bob, 100);
    for (std::size_t wanted = 200; wanted <= 300; wanted += 100)
      stage.until(
          [&] {
            stage.canvas().scroll_pages(-0.5);
            return stage.canvas().conversation().messages().size() >= wanted;
          },
          "older messages");
    stage.canvas().scroll_to_end();
    stage.settle();
    EXPECT_EQ(stage.canvas().conversation().messages().back().body, "message 350");
  });
}

TEST(Desktop, FindsAMessageFarBack) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.receive(stage.bob, "a needle");
  for (int i = 1; i <= 300; ++i) stage.chat.receive(stage.bob, "hay " + std::to_string(i));
  stage.play([&] {
    stage.open(stage.bob, 100);
    stage.frame().chats().find();
    auto& search = stage.conversation().search_bar();
    search.search("needle");
    stage.until([&] { return search.words() == "1 of 1"; }, "the hit");
    stage.until([&] { return stage.canvas().conversation().messages().front().body == "a needle"; }, "its page");
  });
}

TEST(Desktop, LaysOutTheLongestMessageThereIs) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  std::string longest;
  while (longest.size() < 64 * 1024 - 40) longest += "长消息 and a few words, \u202E tricks too ";
  stage.chat.receive(stage.bob, longest);
  stage.play([&] {
    stage.open(stage.bob, 1);
    stage.settle();
    stage.canvas().scroll_pages(-3);
    stage.settle();
  });
}

TEST(Desktop, ThrowsABottle) {
  Stage stage;
  stage.play([&] {
    auto& beach = *stage.frame().beach();
    ThrowSheet sheet(&stage.frame(), stage.app().desk(), [&](const ThrownNote& note) { beach.send_off(note); });
    sheet.cast();  // empty: it stays
    EXPECT_FALSE(beach.departure().waiting());
    sheet.write("is anybody there?");
    sheet.cast();
    EXPECT_TRUE(beach.departure().waiting());
    EXPECT_TRUE(beach.beach().mine.empty());
    stage.until([&] { return stage.frame().beach()->beach().mine.size() == 1; }, "the bottle");
    EXPECT_EQ(stage.frame().beach()->beach().mine[0].bottle.body, "is anybody there?");
  });
}

TEST(Desktop, AnswersAFoundBottle) {
  Stage stage;
  stage.sea.drift_in(stage.ming, "有人在听吗？");
  stage.play([&] {
    stage.until([&] { return stage.frame().beach()->beach().found.size() == 1; }, "the bottle");
    FoundSheet sheet(&stage.frame(), stage.app().desk(), stage.frame().beach()->beach().found[0],
                     [](const sdk::Id&) {});
    sheet.write("在");
    sheet.answer();
    stage.until([&] { return stage.frame().beach()->beach().found[0].voyage == sdk::Voyage::answered; }, "the answer");
  });
  stage.loop.call([&] { EXPECT_EQ(stage.sea.answered(), std::vector<std::string>{"在"}); });
}

TEST(Desktop, ChangesItsLanguageAndItsLookAtOnceAndRemembersThem) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.conversation().composer().type("a draft");
    stage.frame().settings().choose_language("zh_CN");
    stage.until([&] { return wxWindow::FindWindowByName(shown("设置"), &stage.frame()) != nullptr; }, "Chinese");
    EXPECT_EQ(stage.conversation().composer().value(), "a draft");
    stage.frame().settings().choose(Appearance::dark);
    stage.until([&] { return stage.app().desk().colours == &palette(Theme::dark); }, "the dark look");
  });
  stage.loop.call([&] {
    const auto state = read_window_state(stage.tables.entries["window/state"]);
    EXPECT_EQ(state.language, "zh_CN");
    EXPECT_EQ(state.appearance, Appearance::dark);
  });
}

TEST(Desktop, ComesBackWhereItWasAlsoWhenItWasKilled) {
  std::map<std::string, std::string> left;
  {
    Stage stage;
    stage.chat.befriend(stage.bob, "bob");
    stage.play([&] {
      stage.open(stage.bob, 0);
      stage.frame().show_page(Page::beach);
      const auto is_kept = [&] {
        stage.loop.call([&] { left = stage.tables.entries; });
        const auto state = read_window_state(left["window/state"]);
        return state.page == Page::beach && state.chat == stage.bob;
      };
      stage.until(is_kept, "the place, while the window is open");
    });
  }
  Stage again;
  again.chat.befriend(again.bob, "bob");
  again.tables.entries = left;  // not what the first wrote when it closed
  again.play([&] {
    again.until([&] { return again.frame().page() == Page::beach; }, "the page");
    again.frame().show_page(Page::chats);
    again.until([&] { return again.conversation().IsShownOnScreen(); }, "the conversation");
    EXPECT_EQ(again.app().desk().open_chat, again.bob);
  });
}

TEST(Desktop, OpensWhereItWasClosed) {
  Stage stage;
  stage.tables.entries["window/state"] = "x=60 y=70 width=900 height=600";
  stage.play([&] {
    EXPECT_EQ(stage.frame().GetClientSize().x, 900);
    EXPECT_EQ(stage.frame().GetClientSize().y, 600);
  });
}

TEST(Desktop, OpensThreeTimesInOneProcess) {
  for (int round = 0; round < 3; ++round) {
    Stage stage;
    EXPECT_EQ(stage.play([] {}), 0) << round;
  }
}

TEST(Desktop, LeavesWhenAnyThreadAsksItTo) {
  Stage stage;
  WxGui ui(stage.host);
  ASSERT_TRUE(ui.start().ok());
  stage.host.after(200, [&ui] { ui.quit(); });
  EXPECT_EQ(ui.run(0, nullptr), 0);
  ui.stop();
  stage.loop.call([&] { stage.host.drop_callbacks(); });
}

TEST(Desktop, LeavesFromUnderASheet) {
  Stage stage;
  WxGui ui(stage.host);
  ASSERT_TRUE(ui.start().ok());
  std::unique_ptr<wxTimer> begin;
  bool was_open = false;
  const auto open_sheet = [&](wxTimerEvent&) {
    auto& app = *static_cast<DesktopApp*>(wxTheApp);
    if (!app.frame() || std::exchange(was_open, true)) return;
    begin->Stop();
    JoinSheet sheet(app.frame(), app.desk());
    sheet.CallAfter([&ui] { ui.quit(); });
    EXPECT_EQ(sheet.ShowModal(), wxID_CANCEL);
  };
  stage.host.after(200, [&] {
    wxTheApp->CallAfter([&] {
      begin = std::make_unique<wxTimer>();
      begin->Bind(wxEVT_TIMER, open_sheet);
      begin->Start(20);
    });
  });
  EXPECT_EQ(ui.run(0, nullptr), 0);
  EXPECT_TRUE(was_open);
  ui.stop();
  stage.loop.call([&] { stage.host.drop_callbacks(); });
}

TEST(Desktop, SaysInOneLineThatThereIsNoDisplayAndNamesTheTerminal) {
  ::unsetenv("DISPLAY");
  ::unsetenv("WAYLAND_DISPLAY");
  Stage stage;
  WxGui ui(stage.host);
  ASSERT_TRUE(ui.start().ok());
  testing::internal::CaptureStderr();
  EXPECT_EQ(ui.run(0, nullptr), 1);
  const auto said = testing::internal::GetCapturedStderr();
  EXPECT_EQ(std::count(said.begin(), said.end(), '\n'), 1) << said;
  EXPECT_NE(said.find("--profile terminal"), std::string::npos) << said;
  ui.stop();
  stage.loop.call([&] { stage.host.drop_callbacks(); });
}

}  // namespace
}  // namespace p2pchat::wx_gui
