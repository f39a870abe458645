// SPDX-License-Identifier: MIT
// Every page and every sheet in both looks and both languages: nothing is cut off, blank or nameless, nothing has the
// grey of GTK; a picture of each is kept for the eye.
#include "unit/wx-gui/legible.hpp"
#include "unit/wx-gui/picture.hpp"
#include "unit/wx-gui/scenery.hpp"
#include "view/bottle_sheets.hpp"
#include "view/join_sheet.hpp"
#include "view/key_copy_sheets.hpp"
#include "view/key_sheet.hpp"
#include "view/link_sheet.hpp"
#include "view/log_sheet.hpp"
#include "view/question_sheet.hpp"
#include "view/search_sheet.hpp"
#include "view/sheets.hpp"
#include "view/switcher_sheet.hpp"
#include "view/verify_sheet.hpp"

#include <gtest/gtest.h>
#include <wx/dcmemory.h>
#include <wx/toplevel.h>

#include <set>
#include <tuple>
#include <utility>

namespace p2pchat::wx_gui {
namespace {

using test::FakeChat;

class Pictures : public testing::TestWithParam<std::tuple<const char*, const char*>> {
 protected:
  Pictures() : language_(std::get<0>(GetParam())), look_(std::get<1>(GetParam())) {
    stage.host.set("language", language_);
    stage.host.set("appearance", look_);
    stage.describe_node("true");
    stage.tables.entries["window/state"] = "motion=still";  // a picture is taken of what does not move
  }

  /// Has words that are painted without room told from now on.
  void watch_paint() {
    stage.app().desk().cut_off = [this](const wxWindow& where, const std::string& words) {
      cut_off_.insert("'" + words + "' has no room in " + wxString(where.GetClassInfo()->GetClassName()).utf8_string());
    };
  }

  /// Waits until nothing moves, keeps a picture, and finds no fault with what is on show.
  void look(const std::string& name) {
    wxImage before, now = windows_on_screen();
    stage.until(
        [&] {
          cut_off_.clear();  // what was painted on the way here does not count
          for (auto* window : wxTopLevelWindows) window->Refresh();
          const auto painted = stage.host.ticks_us() + 80'000;  // GTK paints when its clock says so
          while (stage.host.ticks_us() < painted) stage.settle();
          before = now, now = windows_on_screen();
          return before.GetSize() == now.GetSize() &&
                 std::equal(now.GetData(), now.GetData() + 3 * now.GetWidth() * now.GetHeight(), before.GetData());
        },
        "a still picture of " + name);
    keep(now, language_ + "-" + look_ + "-" + name);
    EXPECT_EQ(std::exchange(cut_off_, {}), std::set<std::string>()) << name;
    EXPECT_LT(part_of(now, 0xF6, 0xF5, 0xF4), 0.002) << name << " has the grey of GTK's theme";
    for (auto* window : wxTopLevelWindows) {
      if (!window->IsShown()) continue;
      EXPECT_EQ(faults_of(*window), std::vector<std::string>()) << name;
      if (language_ != "en") {
        auto english = english_of(*window);
        std::erase(english, "Alice, See you at the pier!");  // a person wrote it
        EXPECT_EQ(english, std::vector<std::string>()) << name;
      }
    }
  }

  void look(const std::string& name, wxDialog& sheet) {
    sheet.Show();
    look(name);
    sheet.Hide();
  }

  void mine(const std::string& text, sdk::State state, const std::string& reason) {
    auto& composer = stage.conversation().composer();
    const auto before = stage.canvas().conversation().messages().size();
    composer.type(wxString::FromUTF8(text));
    composer.send();
    stage.until([&] { return stage.canvas().conversation().messages().size() == before + 1; }, text);
    stage.chat.settle(stage.canvas().conversation().messages().back().id, state, reason);
  }

  void conversation() {
    stage.open(stage.ming, 2);
    mine("哈哈，也许是我扔的 😄", sdk::State::read, {});
    mine("It took 3 days and 14 hops to reach you.", sdk::State::read, {});
    stage.chat.receive(stage.ming, "真的吗？！那我们算是笔友了");
    stage.chat.receive(stage.ming, "好啊，明天海边见 👋 👨‍👩‍👧");
    stage.until([&] { return stage.canvas().conversation().messages().size() == 6; }, "their answers");
    mine("Bring the blue bottle, and something warm to drink: the wind comes up after sunset, 记得带外套。",
         sdk::State::delivered, {});
    mine("Did this arrive?", sdk::State::failed, "blocked");
    mine("One more", sdk::State::queued, "busy");
    look("chats");
  }

  /// The window as narrow as it goes.
  void narrow() {
    const auto wide = stage.frame().GetClientSize();
    stage.frame().SetClientSize(stage.frame().GetMinSize());
    stage.until([&] { return stage.frame().GetClientSize().x < wide.x; }, "the narrow window");
    look("chats-narrow");
    stage.frame().chats().back();
    look("list-narrow");
    for (const auto& [page, name] : {std::pair{Page::beach, "beach"},
                                     {Page::network, "network"},
                                     {Page::plugins, "plugins"},
                                     {Page::settings, "settings"}}) {
      stage.frame().show_page(page);
      look(std::string(name) + "-narrow");
    }
    stage.frame().settings().show(Section::shortcuts);
    look("shortcuts-narrow");
    stage.frame().show_page(Page::chats);
    stage.frame().SetClientSize(wide);
    stage.until([&] { return stage.frame().GetClientSize().x == wide.x; }, "the wide window");
  }

  void beach() {
    stage.frame().show_page(Page::beach);
    look("beach");
    stage.frame().beach()->toggle_mirror();
    look("beach-list");
    stage.frame().beach()->toggle_mirror();
    stage.frame().beach()->departure().refuse({"a note", 0}, stage.app().desk().say("The note is empty."));
    look("beach-refused");
  }

  void network() {
    stage.frame().show_page(Page::network);
    stage.until([&] { return stage.frame().network().network().in_table == 65; }, "the table");
    const auto& target = stage.nodes.rows[60].node.id;
    for (const std::size_t at : {2U, 9U, 14U, 20U, 25U, 30U, 37U, 45U, 52U, 55U, 58U, 62U, 64U})
      stage.host.publish("lookup.asks", stage.nodes.rows[at].node.id, target.view());
    look("network");
    stage.frame().network().choose(NetworkPage::Sight::table);
    look("nodes");
    stage.frame().network().choose(NetworkPage::Sight::ring);
  }

  void settings() {
    stage.frame().show_page(Page::settings);
    for (const auto& [section, word] : {std::pair{Section::appearance, "appearance"},
                                        {Section::language, "language"},
                                        {Section::notifications, "notifications"},
                                        {Section::identity, "identity"},
                                        {Section::chats, "chats"},
                                        {Section::network, "network"},
                                        {Section::beach, "beach"},
                                        {Section::storage, "storage"},
                                        {Section::shortcuts, "shortcuts"},
                                        {Section::about, "about"}}) {
      stage.frame().settings().show(section);
      look(std::string("settings-") + word);
    }
  }

  void sheets_about_people() {
    auto* over = &stage.frame();
    auto& desk = stage.app().desk();
    const auto nobody = [](const sdk::Id&) {};
    AddContactSheet add(over, desk, nobody);
    add.fill_in("not an invite", "小红");
    add.ask();
    look("sheet-add-contact", add);
    MyCardSheet card(over, desk);
    look("sheet-my-card", card);
    VerifySheet verify(over, desk, stage.ming);
    look("sheet-verify", verify);
    SwitcherSheet switcher(over, desk, nobody);
    look("sheet-switcher", switcher);
    SearchSheet search(over, desk, [](const sdk::Id&, std::uint64_t, const std::string&) {});
    search.write("the");
    stage.until([&] { return !search.rows().empty(); }, "what was found");
    look("sheet-search", search);
    NameSheet name(over, desk, "小明");
    look("sheet-rename", name);
    QuestionSheet question(over, desk, desk.say("Remove"),
                           fill(desk.say("Remove {name} and the whole conversation?"), {{"name", "小明"}}),
                           desk.say("Remove"));
    look("sheet-remove", question);
    LinkSheet link(over, desk, "http://paypal.com@xn--pypal-4ve.example/a?b=c");
    look("sheet-link", link);
  }

  void sheets_about_bottles_and_the_node() {
    auto* over = &stage.frame();
    auto& desk = stage.app().desk();
    const auto nobody = [](const sdk::Id&) {};
    ThrowSheet cast(over, desk, [](const ThrownNote&) {});
    cast.write("To whoever finds this: 海上有风。");
    look("sheet-throw", cast);
    FoundSheet found(over, desk, stage.frame().beach()->beach().found.back(), nobody);
    look("sheet-found", found);
    JourneySheet journey(over, desk, stage.frame().beach()->beach().mine.front(), nobody);
    look("sheet-journey", journey);
    JoinSheet join(over, desk);
    join.join();
    look("sheet-join", join);
    SaveKeySheet save(over, desk);
    save.write("copy.p8", "horses", "cows");
    save.go();
    look("sheet-save-key", save);
    RestoreKeySheet restore(over, desk);
    look("sheet-restore-key", restore);
    KeySheet keys(over, desk, Act::unread_chat);
    keys.take({false, false, false, "Q"});
    look("sheet-keys", keys);
    LogSheet log(over, desk, "/there/is/no/such/folder/p2pchat.log", "kademlia");
    look("sheet-log", log);
  }

  std::set<std::string> cut_off_;
  Stage stage;
  const std::string language_, look_;
};

TEST_P(Pictures, OfEveryPageAndSheet) {
  make_it_dusk(stage);
  bring_people(stage);
  bring_nodes(stage);
  stage.play([this] {
    watch_paint();
    bring_bottles(stage);
    look("start");
    conversation();
    narrow();
    stage.conversation().toggle_mirror();
    look("chats-list");
    stage.conversation().toggle_mirror();
    stage.frame().chats().find();
    stage.conversation().search_bar().search("the");
    look("search");
    sheets_about_people();
    stage.frame().chats().open(FakeChat::id(0x77));
    look("request");
    beach();
    network();
    sheets_about_bottles_and_the_node();
    stage.frame().show_page(Page::plugins);
    look("plugins");
    settings();
  });
}

TEST_P(Pictures, MissNoPaintedWordsOfOursWithoutRoom) {
  stage.play([this] {
    watch_paint();
    wxBitmap bitmap(10, 10);
    wxMemoryDC device(bitmap);
    std::unique_ptr<wxGraphicsContext> context(wxGraphicsContext::Create(device));
    wxWindow narrow(&stage.frame(), wxID_ANY, wxDefaultPosition, wxSize(40, 20));
    Painter painter(*context, stage.app().desk(), narrow);
    painter.text("ok", 0, 0, Type::small, {});
    painter.fitting("what somebody has written", 40, Type::small);
    EXPECT_EQ(cut_off_.size(), 0U);
    painter.text("wider than forty pixels", 0, 0, Type::small, {});
    painter.fitting("what the window says", 40, Type::small, Words::ours);
    EXPECT_EQ(std::exchange(cut_off_, {}).size(), 2U);
  });
}

TEST_P(Pictures, OfNobodyThere) {
  stage.play([this] {
    watch_paint();
    stage.host.publish("net.status", {},
                       sdk::bytes::of("no node to join through: set plugin.kademlia.bootstrap to host:port of one"));
    stage.until([&] { return !stage.app().desk().network.empty(); }, "the word");
    look("empty");
    for (const auto& [page, name] : {std::pair{Page::beach, "beach"}, {Page::network, "network"}}) {
      stage.frame().show_page(page);
      look(std::string("empty-") + name);
    }
  });
}

TEST_P(Pictures, OfTheFirstRun) {
  stage.tables.entries.clear();
  stage.play([this] {
    watch_paint();
    for (const auto* step : {"hello", "name", "key", "network"}) {
      look(std::string("welcome-") + step);
      if (std::string(step) != "network") stage.frame().welcome()->go_on();
    }
  });
}

INSTANTIATE_TEST_SUITE_P(LooksAndLanguages, Pictures,
                         testing::Combine(testing::Values("en", "zh_CN"), testing::Values("light", "dark")));

}  // namespace
}  // namespace p2pchat::wx_gui
