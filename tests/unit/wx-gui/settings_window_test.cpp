// SPDX-License-Identifier: MIT
// What the person chooses in the settings, and that the window goes by it.
#include "unit/wx-gui/stage.hpp"
#include "view/key_sheet.hpp"
#include "view/text.hpp"

#include <dlfcn.h>
#include <gtest/gtest.h>
#include <wx/uiaction.h>

namespace p2pchat::wx_gui {
namespace {

/// Whether these words are on a label, over however many lines.
bool says(wxWindow& window, const std::string& words) {
  for (auto* child : window.GetChildren()) {
    auto said = child->GetLabel();
    said.Replace("\n", " ");
    if ((dynamic_cast<wxStaticText*>(child) && octets_of(said) == words) || says(*child, words)) return true;
  }
  return false;
}

/// Whether what is pressed now comes to a control of this window.
bool has_keys(wxTopLevelWindow& window) {
  auto* focus = wxWindow::FindFocus();
  return focus && window.IsActive() && wxGetTopLevelParent(focus) == &window;
}

/// What a desktop does when its person asks for less motion.
void set_desktop_moves(int moves) {
  const auto settings = reinterpret_cast<void* (*)()>(::dlsym(RTLD_DEFAULT, "gtk_settings_get_default"));
  const auto set = reinterpret_cast<void (*)(void*, const char*, ...)>(::dlsym(RTLD_DEFAULT, "g_object_set"));
  ASSERT_TRUE(settings && set);
  set(settings(), "gtk-enable-animations", moves, nullptr);
}

struct Shortcuts : testing::Test {
  Stage stage;
  wxUIActionSimulator keys;
  void SetUp() override { stage.chat.befriend(stage.bob, "bob"); }
  void settings() {
    stage.frame().show_page(Page::settings);
    stage.frame().settings().show(Section::shortcuts);
    stage.settle();
  }
  /// Presses keys in the dialog that the shortcut opens, once it is there.
  void choose(const std::string& button, std::function<void(KeySheet&)> script) {
    wxTimer timer;
    timer.Bind(wxEVT_TIMER, [&](wxTimerEvent&) {
      for (auto* window : wxTopLevelWindows)
        if (auto* sheet = dynamic_cast<KeySheet*>(window); sheet && sheet->IsModal() && has_keys(*sheet))
          return timer.Stop(), script(*sheet);
    });
    timer.Start(20);
    stage.press(button);
    stage.until([&] { return !timer.IsRunning(); }, "the dialog");
    stage.settle();
  }
};

TEST_F(Shortcuts, EveryUsualKeyDoesWhatTheListSays) {
  stage.play([&] {
    stage.open(stage.bob, 0);
    const std::vector<std::pair<char, Page>> pages{
        {'2', Page::beach}, {'3', Page::network}, {'4', Page::plugins}, {',', Page::settings}, {'1', Page::chats}};
    for (const auto& each : pages) {
      keys.Char(each.first, wxMOD_CONTROL);
      stage.until([&] { return stage.frame().page() == each.second; }, std::string(1, each.first));
    }
    keys.Char('F', wxMOD_CONTROL);
    stage.until([&] { return stage.conversation().search_bar().IsShownOnScreen(); }, "the search");
    keys.Char(WXK_F7);
    stage.until([&] { return stage.conversation().mirror().IsShownOnScreen(); }, "the list");
  });
}

TEST_F(Shortcuts, NewKeysHoldAtOnceAndAreRemembered) {
  stage.play([&] {
    settings();
    stage.take_picture("shortcuts");
    choose("Network: Ctrl+3", [&](KeySheet&) { keys.Char('J', wxMOD_CONTROL); });
    stage.until([&] { return stage.app().desk().state.keys.is_changed(Act::network); }, "the choice");
    stage.until([&] { return wxWindow::FindWindowByName("Network: Ctrl+J", &stage.frame()) != nullptr; }, "the list");
    stage.until([&] { return has_keys(stage.frame()); }, "the new window");
    stage.take_picture("shortcuts-changed");
    keys.Char('J', wxMOD_CONTROL);
    stage.until([&] { return stage.frame().page() == Page::network; }, "the page");
    keys.Char('1', wxMOD_CONTROL);
    stage.until([&] { return stage.frame().page() == Page::chats; }, "the chats");
    keys.Char('3', wxMOD_CONTROL);  // nothing any more
    keys.Char('4', wxMOD_CONTROL);
    stage.until([&] { return stage.frame().page() != Page::chats; }, "the next key");
    EXPECT_EQ(stage.frame().page(), Page::plugins);
  });
  stage.loop.call([&] {
    EXPECT_EQ(chord_text(read_window_state(stage.tables.entries["window/state"]).keys.of(Act::network)), "Ctrl+J");
  });
}

TEST_F(Shortcuts, TakenKeysAreNamedAndChangeNothing) {
  stage.play([&] {
    settings();
    choose("Network: Ctrl+3", [&](KeySheet& sheet) {
      keys.Char('K', wxMOD_CONTROL);
      stage.until(
          [&] { return says(sheet, "Ctrl+K already means “Go to a chat”. Choose others, or change that first."); },
          "the word");
      stage.take_picture("shortcut-taken");
      keys.Char('Q');
      stage.until([&] { return says(sheet, "Q alone types something: hold Ctrl or Alt, too, or take F1 to F12."); },
                  "why");
      sheet.EndModal(wxID_CANCEL);
    });
    EXPECT_EQ(stage.app().desk().state.keys, KeyMap());
  });
}

TEST_F(Shortcuts, TheComposerSendsByTheKeyThatWasChosenAndSaysWhich) {
  stage.tables.entries["window/state"] = "send=ctrl-enter";
  stage.play([&] {
    stage.open(stage.bob, 0);
    EXPECT_EQ(octets_of(stage.conversation().composer().hint()),
              "Write to bob…   Ctrl+Enter sends · Enter begins a line");
    stage.conversation().composer().type("one");
    keys.Char(WXK_RETURN);
    keys.Char('x');
    stage.until([&] { return stage.conversation().composer().value() == "one\nx"; }, "the line");
    keys.Char(WXK_RETURN, wxMOD_CONTROL);
    stage.until([&] { return stage.texts(stage.bob).size() == 1; }, "the message");
  });
  EXPECT_EQ(stage.texts(stage.bob), std::vector<std::string>{"one\nx"});
}

/// Shows the beach with a bottle of mine at sea; `then` runs once it is drawn.
void at_the_beach(Stage& stage, const std::function<void(BeachPage&)>& then) {
  stage.play([&] {
    auto& page = *stage.frame().beach();
    page.send_off({"hello", 3600});
    page.departure().let_go();
    stage.frame().show_page(Page::beach);
    stage.until([&] { return page.beach().mine.size() == 1; }, "the bottle");
    stage.settle();
    then(page);
  });
}

TEST(Motion, BottlesSwayOnlyWhileOneLooks) {
  Stage stage;
  at_the_beach(stage, [&](BeachPage& page) {
    stage.until([&] { return page.moves(); }, "the waves");
    page.toggle_mirror();
    EXPECT_FALSE(page.moves());
    page.toggle_mirror();
    EXPECT_TRUE(page.moves());
    stage.frame().show_page(Page::chats);
    stage.until([&] { return !page.moves(); }, "rest");
  });
}

TEST(Motion, HoldsStillWhenThePersonWantsIt) {
  Stage stage;
  at_the_beach(stage, [&](BeachPage& page) {
    stage.until([&] { return page.moves(); }, "the waves");
    stage.frame().settings().choose(Motion::still);
    stage.until([&] { return !page.moves(); }, "rest");
  });
  stage.loop.call([&] { EXPECT_EQ(read_window_state(stage.tables.entries["window/state"]).motion, Motion::still); });
}

TEST(Motion, HoldsStillWhereTheDesktopWantsIt) {
  Stage stage;
  at_the_beach(stage, [&](BeachPage& page) {
    stage.until([&] { return page.moves(); }, "the waves");
    set_desktop_moves(0);
    stage.until([&] { return !page.moves(); }, "rest");
    set_desktop_moves(1);
  });
}

}  // namespace
}  // namespace p2pchat::wx_gui
