// SPDX-License-Identifier: MIT
// What can be done with messages in the window.
#include "unit/wx-gui/stage.hpp"
#include "view/drop_target.hpp"
#include "view/link_sheet.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>
#include <wx/clipbrd.h>
#include <wx/dataobj.h>
#include <wx/uiaction.h>

namespace p2pchat::wx_gui {
namespace {

std::string clipboard() {
  wxTextDataObject text;
  if (!wxTheClipboard->Open()) return {};
  wxTheClipboard->GetData(text);
  wxTheClipboard->Close();
  return octets_of(text.GetText());
}

struct ChatWindow : testing::Test {
  Stage stage;
  wxUIActionSimulator act;
  void SetUp() override { stage.chat.befriend(stage.bob, "bob"); }
  void given(std::initializer_list<const char*> texts) {
    std::uint64_t minute = 10 * 60;
    for (const auto* text : texts) stage.chat.receive(stage.bob, text, ++minute * 60'000);
  }
  /// A key on the messages.
  void key(int code, int modifiers = 0) {
    stage.canvas().SetFocus();
    stage.settle();
    act.Char(code, modifiers);
    stage.settle();
  }
};

TEST_F(ChatWindow, SelectsMessagesWithTheKeysAndCopiesThemInOrder) {
  given({"one", "two", "three"});
  stage.play([&] {
    stage.open(stage.bob, 3);
    key(WXK_UP);
    key(WXK_UP, wxMOD_SHIFT);
    key(WXK_UP, wxMOD_SHIFT);
    EXPECT_TRUE(stage.canvas().selection().several());
    key('C', wxMOD_CONTROL);
    EXPECT_EQ(clipboard(), "[1970-01-01 10:02] bob: two\n[1970-01-01 10:03] bob: three\n");
    key(WXK_ESCAPE);
    EXPECT_TRUE(stage.canvas().selection().empty());
  });
}

TEST_F(ChatWindow, SelectsTextByDraggingOverBubbles) {
  given({"one two", "three four"});
  stage.play([&] {
    stage.open(stage.bob, 2);
    stage.settle();
    const auto all = stage.canvas().GetClientSize();
    act.MouseMove(stage.canvas().ClientToScreen({all.x / 2, 2}));
    stage.settle();
    act.MouseDown();
    stage.until([&] { return stage.canvas().HasCapture(); }, "the press");
    act.MouseMove(stage.canvas().ClientToScreen({all.x / 2, all.y / 2}));
    stage.settle();
    act.MouseMove(stage.canvas().ClientToScreen({all.x - 30, all.y - 4}));
    stage.settle();
    act.MouseUp();
    stage.until([&] { return !stage.canvas().selection().empty(); }, "the selection");
    key('C', wxMOD_CONTROL);
    EXPECT_EQ(clipboard(), "[1970-01-01 10:01] bob: one two\n[1970-01-01 10:02] bob: three four\n");
    stage.take_picture("selection");
  });
}

TEST_F(ChatWindow, ExtendsTheSelectionByCharacters) {
  given({"海边见"});
  stage.play([&] {
    stage.open(stage.bob, 1);
    const auto place = stage.canvas().conversation().newest_place();
    stage.canvas().select({{place, 0}, {place, 1}});
    key(WXK_RIGHT, wxMOD_SHIFT);
    key('C', wxMOD_CONTROL);
    EXPECT_EQ(clipboard(), "海边");
    key(WXK_LEFT, wxMOD_SHIFT);
    key('C', wxMOD_CONTROL);
    EXPECT_EQ(clipboard(), "海");
  });
}

TEST_F(ChatWindow, GoesToTheOldestOfManyAndReadsOnToTheNewest) {
  for (int i = 1; i <= 400; ++i) stage.chat.receive(stage.bob, "text " + std::to_string(i));
  stage.play([&] {
    stage.open(stage.bob, 100);
    const auto& conversation = stage.canvas().conversation();
    key(WXK_HOME);
    stage.until([&] { return conversation.messages().front().body == "text 1"; }, "the oldest");
    EXPECT_LT(conversation.messages().size(), 300U) << "those between are not fetched";
    EXPECT_FALSE(conversation.at_end());
    stage.take_picture("oldest");
    stage.chat.receive(stage.bob, "news");
    stage.until([&] { return conversation.end() == 401; }, "the message below");
    const auto& newest = [&]() -> const Message& { return conversation.messages().back(); };
    std::size_t pages = 0;
    stage.until(
        [&] {
          ++pages;
          key(WXK_PAGEDOWN);
          return newest().body == "news" && !newest().unread();
        },
        "the newest, read");
    EXPECT_GT(pages, 20U);
  });
}

TEST_F(ChatWindow, ComesBackFromFarAwayToWhatIWrite) {
  for (int i = 1; i <= 400; ++i) stage.chat.receive(stage.bob, "text " + std::to_string(i));
  stage.play([&] {
    stage.open(stage.bob, 100);
    const auto& conversation = stage.canvas().conversation();
    stage.canvas().show_place(150);
    stage.until([&] { return conversation.messages().back().place < 300; }, "the place");
    stage.conversation().composer().type("hello");
    stage.conversation().composer().send();
    stage.until([&] { return conversation.messages().back().body == "hello"; }, "the message");
    stage.canvas().show_place(150);
    stage.until([&] { return !conversation.at_end(); }, "the place again");
    key(WXK_END);
    stage.until([&] { return conversation.messages().back().body == "hello"; }, "the newest");
  });
}

TEST_F(ChatWindow, SaysWhereALinkReallyLeads) {
  stage.play([&] {
    LinkSheet sheet(&stage.frame(), stage.app().desk(), "http://bank.example@аpple.com/a");
    sheet.Show();
    stage.settle();
    stage.take_picture("link");
    const auto has = [&](const char* words) {
      for (auto* child : sheet.GetChildren())
        if (const auto* label = dynamic_cast<wxStaticText*>(child); label && label->GetLabelText() == shown(words))
          return true;
      return false;
    };
    EXPECT_TRUE(has("xn--pple-43d.com"));
    EXPECT_TRUE(has("What stands before the @ is no part of the address."));
    const auto* focus = wxWindow::FindFocus();
    EXPECT_TRUE(!focus || focus->GetName() != "Open") << "Enter must not open what nobody has looked at";
  });
}

TEST(Window, PutsADroppedTextIntoTheComposerAndSaysWhatItCannotTake) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    auto& frame = stage.frame();
    const auto says = [&](const char* words) {
      auto* found = wxWindow::FindWindowByLabel(shown(words), &frame);
      return found && found->IsShownOnScreen();
    };
    frame.show_page(Page::settings);
    frame.take_dropped({Dropped::Kind::text, "too early"});
    EXPECT_TRUE(says("Open a chat first, then drop it there."));
    stage.open(stage.bob, 0);
    stage.conversation().composer().type("before ");
    frame.show_page(Page::settings);
    frame.take_dropped({Dropped::Kind::text, "dropped"});
    EXPECT_EQ(frame.page(), Page::chats);
    EXPECT_EQ(stage.conversation().composer().value(), "before dropped");
    auto* target = dynamic_cast<DropTarget*>(frame.GetDropTarget());
    ASSERT_TRUE(target);
    wxArrayString files;
    files.Add("/there/is/no/such/file");
    frame.take_dropped(target->read_files(files));
    EXPECT_TRUE(says("This file cannot be read."));
    files.Add("/nor/this/one");
    frame.take_dropped(target->read_files(files));
    EXPECT_TRUE(says("One file at a time, please."));
    EXPECT_EQ(stage.conversation().composer().value(), "before dropped");
  });
}

}  // namespace
}  // namespace p2pchat::wx_gui
