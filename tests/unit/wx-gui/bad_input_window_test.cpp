// SPDX-License-Identifier: MIT
// What others send, and what this computer lacks: the window stays usable and says what is the matter.
#include "text/font_families.hpp"
#include "unit/wx-gui/stage.hpp"
#include "view/join_sheet.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>
#include <wx/uiaction.h>

#include <filesystem>
#include <fstream>

namespace p2pchat::wx_gui {
namespace {

constexpr auto override_and_isolates = "\u202Eevil\u202C \u2066hidden\u2069";

std::string zalgo(std::size_t letters) {
  std::string text;
  for (std::size_t i = 0; i < letters; ++i) {
    text += 'z';
    for (int mark = 0; mark < 40; ++mark) text += "\u0301";
  }
  return text;
}

/// Whether any control of the window is wider than the window.
bool something_sticks_out(wxWindow& window, const wxRect& all) {
  for (auto* child : window.GetChildren()) {
    if (child->IsTopLevel() || !child->IsShownOnScreen()) continue;
    if (!all.Contains(child->GetScreenRect().GetTopRight() - wxPoint(1, 0))) return true;
    if (something_sticks_out(*child, all)) return true;
  }
  return false;
}

bool holds_its_size(MainFrame& frame, const wxSize& before) {
  return frame.GetClientSize() == before && !something_sticks_out(frame, frame.GetScreenRect());
}

TEST(BadInput, NamesOfFiveHundredCharactersAndTricksStayInTheirPlaces) {
  Stage stage;
  stage.chat.befriend(stage.bob, std::string(500, 'W'));
  stage.chat.befriend(stage.ming, zalgo(100));
  stage.chat.befriend(test::FakeChat::id(0x33), override_and_isolates);
  stage.chat.ask(test::FakeChat::id(0x44), std::string(500, 'M') + "\n\n\n", std::string(5000, 'g'));
  stage.chat.receive(stage.bob, "hello");
  stage.play([&] {
    const auto size = stage.frame().GetClientSize();
    for (const auto& who : {stage.bob, stage.ming, test::FakeChat::id(0x33), test::FakeChat::id(0x44)}) {
      stage.until([&] { return stage.app().desk().feed.book().find(who) != nullptr; }, "the contact");
      stage.frame().chats().open(who);
      stage.settle();
      EXPECT_TRUE(holds_its_size(stage.frame(), size));
      stage.take_picture("bad-name-" + std::to_string(who.b[0]));
    }
  });
}

TEST(BadInput, TheLongestMessageAndTricksInItAreShownAndLeftAgain) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.chat.receive(stage.bob, std::string(64 * 1024, 'x'));
  stage.chat.receive(stage.bob, zalgo(800));
  stage.chat.receive(stage.bob, std::string(override_and_isolates) + "\x1b[2J\x07\u2028");
  std::string lines;
  for (int i = 0; i < 20'000; ++i) lines += "l\n";
  stage.chat.receive(stage.bob, lines);
  stage.chat.receive(stage.bob, "the end");
  stage.play([&] {
    const auto size = stage.frame().GetClientSize();
    stage.open(stage.bob, 5);
    stage.take_picture("bad-messages");
    wxUIActionSimulator keys;
    stage.canvas().SetFocus();
    stage.settle();
    keys.Char(WXK_HOME);
    stage.settle();
    stage.take_picture("bad-messages-top");
    stage.conversation().composer().type("answer");
    stage.conversation().composer().send();
    stage.until([&] { return stage.texts(stage.bob).back() == "answer"; }, "the answer");
    EXPECT_TRUE(holds_its_size(stage.frame(), size));
  });
}

TEST(BadInput, BottlesWithTricksLieOnTheBeachAndOpen) {
  Stage stage;
  stage.sea.drift_in(stage.ming, zalgo(500));
  stage.sea.drift_in(stage.bob, override_and_isolates);
  stage.play([&] {
    const auto size = stage.frame().GetClientSize();
    stage.frame().show_page(Page::beach);
    stage.until([&] { return stage.frame().beach()->beach().found.size() == 2; }, "the bottles");
    stage.settle();
    stage.take_picture("bad-bottles");
    stage.frame().toggle_mirror();
    stage.settle();
    const auto& mirror = stage.frame().beach()->mirror();
    ASSERT_EQ(mirror.GetCount(), 2U);
    for (unsigned row = 0; row < 2; ++row)
      EXPECT_EQ(mirror.GetString(row).Find(wxUniChar(0x202E)), wxNOT_FOUND) << "it would turn the line around";
    EXPECT_TRUE(holds_its_size(stage.frame(), size));
  });
}

TEST(BadInput, AStoreThatAnswersSlowlyIsSaidAndKeepsTheWindowUsable) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    EXPECT_EQ(stage.frame().notices().words(), "");
    stage.loop.call([&] { stage.chat.hold_answers(); });
    stage.conversation().composer().type("slow");
    stage.conversation().composer().send();
    stage.until([&] { return stage.frame().notices().tells(NoticeBar::Matter::slow_store); }, "the word");
    stage.take_picture("slow-store");
    stage.frame().show_page(Page::settings);
    stage.frame().show_page(Page::chats);
    stage.conversation().composer().type("meanwhile");
    EXPECT_EQ(stage.conversation().composer().value(), "meanwhile");
    stage.loop.call([&] { stage.chat.let_go(); });
    stage.until([&] { return stage.frame().notices().words().empty(); }, "the end of it");
    stage.until([&] { return stage.texts(stage.bob).size() == 1; }, "the message");
  });
}

TEST(BadInput, AStoreThatIsSilentAtTheStartDelaysNoWindowAndLosesNothing) {
  Stage stage;
  stage.tables.entries["window/state"] = "notices=none key.quit=Ctrl+W";
  stage.tables.holds = true;
  stage.play([&] {
    EXPECT_FALSE(stage.app().desk().state_known);
    stage.until([&] { return stage.frame().notices().tells(NoticeBar::Matter::slow_store); }, "the word");
    stage.app().desk().remember();
    {
      JoinSheet sheet(&stage.frame(), stage.app().desk());
      sheet.Show();
      stage.loop.call([&] { stage.tables.let_go(); });
      stage.settle();
      EXPECT_FALSE(stage.app().desk().state_known) << "the window under a sheet would be replaced";
    }
    stage.until([&] { return stage.app().desk().state_known; }, "what was kept");
    EXPECT_EQ(stage.app().desk().state.notices, Notices::none);
    stage.until([&] { return stage.frame().notices().words().empty(); }, "the end of it");
  });
  stage.loop.call([&] {
    const auto kept = read_window_state(stage.tables.entries["window/state"]);
    EXPECT_EQ(kept.notices, Notices::none);
    EXPECT_EQ(chord_text(kept.keys.of(Act::quit)), "Ctrl+W");
  });
}

TEST(BadInput, WithoutAFontForChineseTheWindowSpeaksEnglishAndSaysSo) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "no-fonts";
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "fonts.conf")
      << "<?xml version=\"1.0\"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir>"
      << "<cachedir>" << folder.string() << "</cachedir></fontconfig>";
  ::setenv("FONTCONFIG_FILE", (folder / "fonts.conf").c_str(), 1);
  if (!families_for("zh-cn").empty()) GTEST_SKIP() << "another test of this process has loaded the fonts";
  {
    Stage stage;
    stage.host.set("language", "zh_CN");
    stage.play([&] {
      EXPECT_TRUE(stage.frame().notices().tells(NoticeBar::Matter::no_chinese_font));
      EXPECT_EQ(stage.app().desk().say("Chats"), "Chats");
      stage.take_picture("no-chinese-font");
      stage.press("Stay with English");
      stage.until([&] { return stage.frame().notices().words().empty(); }, "the end of it");
      EXPECT_EQ(stage.app().desk().state.language, "en");
    });
  }
  ::unsetenv("FONTCONFIG_FILE");
}

TEST(BadInput, ABrokenThemeLeavesTheWindowReadable) {
  const auto folder = std::filesystem::path(testing::TempDir()) / "broken-theme";
  std::filesystem::create_directories(folder / "gtk-3.0");
  std::ofstream(folder / "gtk-3.0" / "gtk.css") << "broken {{ color: ; } @import url(nowhere); * {";
  ::setenv("XDG_CONFIG_HOME", folder.c_str(), 1);
  ::setenv("GTK_THEME", "NoSuchTheme", 1);
  {
    Stage stage;
    stage.chat.befriend(stage.bob, "bob");
    stage.chat.receive(stage.bob, "hello");
    stage.play([&] {
      const auto size = stage.frame().GetClientSize();
      stage.open(stage.bob, 1);
      stage.take_picture("broken-theme");
      stage.conversation().composer().type("answer");
      stage.conversation().composer().send();
      stage.until([&] { return stage.texts(stage.bob).size() == 2; }, "the answer");
      EXPECT_TRUE(holds_its_size(stage.frame(), size));
    });
  }
  ::setenv("GTK_THEME", "Adwaita", 1);
  ::unsetenv("XDG_CONFIG_HOME");
}

TEST(BadInput, AHundredThousandContactsAreSearchedByAKey) {
  Stage stage;
  stage.loop.call([&] {
    for (std::uint32_t i = 0; i < 100'000; ++i) {
      sdk::Id id;
      for (int octet = 0; octet < 4; ++octet) id.b[octet] = static_cast<std::uint8_t>(i >> (24 - 8 * octet));
      id.b[31] = 1;
      stage.chat.befriend(id, "person " + std::to_string(i));
    }
  });
  stage.play([&] {
    stage.until([&] { return stage.app().desk().feed.book().size() == 100'000; }, "the contacts");
    stage.frame().chats().filter("99999");
    stage.settle();
    stage.take_picture("many-contacts");
    EXPECT_EQ(stage.frame().chats().list().GetItemCount(), 1U);
  });
}

}  // namespace
}  // namespace p2pchat::wx_gui
