// SPDX-License-Identifier: MIT
#include "unit/wx-gui/stage.hpp"
#include "view/join_sheet.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>
#include <wx/uiaction.h>

namespace p2pchat::wx_gui {
namespace {

using test::FakeChat;

TEST(Network, ShowsTheTableAsItIsAndAsItBecomes) {
  Stage stage;
  stage.nodes.add(FakeChat::id(0x80), 0, 12, 5);
  stage.play([&] {
    stage.frame().show_page(Page::network);
    auto& page = stage.frame().network();
    stage.until([&] { return page.network().in_table == 1; }, "the table");
    stage.loop.call([&] { stage.nodes.add(FakeChat::id(0x40), 1, 20, 5); });
    stage.until([&] { return page.network().in_table == 2; }, "a newcomer");
    page.choose(NetworkPage::Sight::table);
    stage.settle();
  });
}

TEST(Network, DoesNotLookWhileItIsNotOnShow) {
  Stage stage;
  stage.nodes.add(FakeChat::id(0x80), 0, 12, 5);
  stage.play([&] {
    stage.host.publish("net.status", {}, sdk::bytes::of("connected to the network"));
    stage.until([&] { return stage.app().desk().network == "connected to the network"; }, "the word");
    stage.settle();
    EXPECT_EQ(stage.frame().network().network().in_table, 0U);
  });
}

TEST(Network, IsAskedForWhatItSaidBeforeTheWindowWasThere) {
  Stage stage;
  stage.host.subscribe("net.describe", [&](sdk::str, const sdk::Id&, sdk::bytes) {
    stage.host.publish("net.status", {}, sdk::bytes::of("connected to the network"));
    stage.host.publish("net.reach", {}, sdk::bytes::of("open 203.0.113.7:12476"));
  });
  stage.play([&] {
    stage.until([&] { return stage.app().desk().network == "connected to the network"; }, "the word");
    stage.until([&] { return stage.app().desk().reach == Reach::open; }, "the verdict");
  });
}

TEST(Network, WalksTheNodesByKeys) {
  Stage stage;
  stage.nodes.add(FakeChat::id(0x80), 0, 12, 5);
  stage.nodes.add(FakeChat::id(0x40), 1, 12, 5);
  stage.play([&] {
    stage.frame().show_page(Page::network);
    stage.until([&] { return stage.frame().network().network().in_table == 2; }, "the table");
    wxUIActionSimulator keys;
    keys.Char(WXK_RIGHT);
    stage.until([&] { return stage.frame().network().ring().chosen() != nullptr; }, "the first node");
    EXPECT_EQ(stage.frame().network().ring().chosen()->node.id, FakeChat::id(0x80));
    keys.Char(WXK_RIGHT);
    stage.until([&] { return stage.frame().network().ring().chosen()->node.id == FakeChat::id(0x40); }, "the second");
  });
}

TEST(Pages, AreLeftAndReachedByKeysFromEveryOther) {
  Stage stage;
  stage.play([&] {
    stage.describe_node("yes");
    wxUIActionSimulator keys;
    const std::pair<int, Page> pages[] = {
        {'1', Page::chats}, {'2', Page::beach}, {'3', Page::network}, {'4', Page::plugins}, {',', Page::settings}};
    for (const auto& [from_key, from] : pages)
      for (const auto& [to_key, to] : pages) {
        keys.Char(from_key, wxMOD_CONTROL);
        stage.until([&, from = from] { return stage.frame().page() == from; }, "the page one comes from");
        stage.settle();
        keys.Char(to_key, wxMOD_CONTROL);
        stage.until([&, to = to] { return stage.frame().page() == to; }, "the page one goes to");
      }
  });
}

TEST(Beach, IsWalkedAndLeftByTab) {
  Stage stage;
  stage.play([&] {
    stage.frame().show_page(Page::beach);
    auto& page = *stage.frame().beach();
    const auto within = [&] {
      auto* focus = wxWindow::FindFocus();
      return focus && (focus == &page || page.IsDescendant(focus));
    };
    wxUIActionSimulator keys;
    stage.until([&] { return page.HasFocus(); }, "the beach");
    keys.Char(WXK_TAB);
    stage.until([&] { return !page.HasFocus() && within(); }, "the button");
    keys.Char(WXK_TAB);
    stage.until([&] { return wxWindow::FindFocus() && !within(); }, "that it is left");
    keys.Char(WXK_TAB, wxMOD_SHIFT);
    stage.until([&] { return page.HasFocus(); }, "the beach again");
    keys.Char(WXK_TAB, wxMOD_SHIFT);
    stage.until([&] { return wxWindow::FindFocus() && !within(); }, "that it is left backwards");
  });
}

TEST(Network, FollowsLookups) {
  Stage stage;
  stage.play([&] {
    stage.host.publish("lookup.asks", stage.bob, stage.ming.view());
    stage.host.publish("lookup.asks", stage.bob, sdk::bytes::of("no id"));
    stage.until([&] { return stage.frame().network().lookups().questions() == 1; }, "the question");
    stage.host.publish("lookup.ended", stage.ming, {});
    stage.until([&] { return stage.frame().network().lookups().all()[0].ended; }, "the end");
  });
}

TEST(Network, OffersAWayInWhileNobodyIsReached) {
  Stage stage;
  stage.play([&] {
    auto* way = wxWindow::FindWindowByName(shown("Join through…"), &stage.frame().chats());
    ASSERT_TRUE(way);
    EXPECT_FALSE(way->IsShownOnScreen());
    stage.host.publish("net.status", {}, sdk::bytes::of("no node answers; trying again"));
    stage.until([&] { return way->IsShownOnScreen(); }, "the way in");
    stage.host.publish("net.status", {}, sdk::bytes::of("connected to the network"));
    stage.until([&] { return !way->IsShownOnScreen(); }, "that it goes");
  });
}

TEST(Network, JoinsThroughAnAddress) {
  Stage stage;
  stage.play([&] {
    JoinSheet sheet(&stage.frame(), stage.app().desk());
    sheet.join();  // no address: it stays
    sheet.fill_in("192.0.2.5:12476");
    sheet.join();
    std::string joined;
    stage.until(
        [&] {
          stage.loop.call([&] { joined = stage.nodes.joined; });
          return !joined.empty();
        },
        "the attempt");
    EXPECT_EQ(joined, "192.0.2.5:12476");
  });
}

TEST(Plugins, AreSwitchedOffFromTheNextStartOnByTheirButton) {
  Stage stage;
  stage.describe_node("true");
  stage.play([&] {
    stage.frame().show_page(Page::plugins);
    stage.until([&] { return wxWindow::FindWindowByName(shown("Switch off: bottle"), &stage.frame()); }, "the cards");
    EXPECT_FALSE(wxWindow::FindWindowByName(shown("Switch off: kademlia"), &stage.frame()));  // nothing else finds
    stage.press("Switch off: bottle");
    stage.press("Switch on: memory-store");
    std::size_t wishes = 0;
    stage.until([&] { return stage.loop.call([&] { wishes = stage.wishes.size(); }), wishes == 2; }, "the wishes");
    EXPECT_EQ(stage.wishes, (std::vector<std::string>{"node.disable bottle", "node.enable memory-store"}));
  });
}

TEST(Plugins, StayAsTheyAreInThePracticeSea) {
  Stage stage;
  stage.describe_node("false");
  stage.play([&] {
    stage.frame().show_page(Page::plugins);
    stage.until([&] { return wxWindow::FindWindowByName(shown("Log: bottle"), &stage.frame()); }, "the cards");
    EXPECT_FALSE(wxWindow::FindWindowByName(shown("Switch off: bottle"), &stage.frame()));
  });
}

TEST(Settings, RememberWhatNotificationsMayShow) {
  Stage stage;
  stage.play([&] {
    stage.frame().show_page(Page::settings);
    stage.frame().settings().show(Section::notifications);
    stage.press("Name only");
    stage.until([&] { return stage.app().desk().state.notices == Notices::names; }, "the choice");
  });
  stage.loop.call([&] { EXPECT_EQ(read_window_state(stage.tables.entries["window/state"]).notices, Notices::names); });
}

TEST(Settings, ShowEverySection) {
  Stage stage;
  stage.describe_node("true");
  stage.play([&] {
    stage.until([&] { return stage.app().desk().node.has_value(); }, "the description");
    stage.frame().show_page(Page::settings);
    for (const auto section : {Section::identity, Section::chats, Section::network, Section::beach, Section::storage,
                               Section::shortcuts, Section::about, Section::language, Section::appearance}) {
      stage.frame().settings().show(section);
      stage.settle();
    }
  });
}

TEST(Notices, TellOfWhatComesWhileAnotherPageIsOnShow) {
  Stage stage;
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] {
    stage.open(stage.bob, 0);
    stage.chat.receive(stage.bob, "seen");
    stage.until([&] { return stage.canvas().conversation().messages().size() == 1; }, "the first");
    stage.frame().show_page(Page::network);
    stage.chat.receive(stage.bob, "unseen");
    stage.until([&] { return stage.frame().notifier().told().has_value(); }, "the notification");
    EXPECT_EQ(stage.frame().notifier().told()->title, "bob");
    EXPECT_EQ(stage.frame().notifier().told()->words, "unseen");
  });
}

TEST(Welcome, LeadsFromTheLanguageToTheNetworkAndIsSeenOnce) {
  Stage stage;
  stage.tables.entries.clear();
  stage.describe_node("true");
  stage.play([&] {
    ASSERT_TRUE(stage.frame().welcome());
    stage.press("Go on");
    const auto at = [&](WelcomePage::Step step) {
      return [&, step] { return stage.frame().welcome()->step() == step; };
    };
    stage.until(at(WelcomePage::Step::name), "the name");
    stage.frame().welcome()->write_name("ada");
    stage.press("Go on");
    stage.until(at(WelcomePage::Step::identity), "the key");
    EXPECT_EQ(stage.app().desk().me.name, "ada");
    stage.press("Go on");
    stage.until(at(WelcomePage::Step::network), "the network");
    stage.loop.call([&] { stage.nodes.join_answer = {sdk::Errc::timed_out, "nobody"}; });
    stage.frame().welcome()->write_address("192.0.2.5:1");
    stage.press("Join");
    stage.until([&] { return stage.frame().welcome()->said().starts_with("No node answers"); }, "the answer");
    stage.press("Begin");
    stage.until([&] { return !stage.frame().welcome(); }, "the end");
    EXPECT_TRUE(stage.frame().chats().IsShownOnScreen());
  });
  stage.loop.call([&] { EXPECT_FALSE(stage.tables.entries["window/state"].empty()); });
}

TEST(Welcome, BringsMyNameAsSoonAsItIsKnown) {
  Stage stage;
  stage.tables.entries.clear();
  stage.chat.hold_answers();
  stage.play([&] {
    stage.press("Go on");
    stage.until([&] { return stage.frame().welcome()->step() == WelcomePage::Step::name; }, "the name");
    EXPECT_EQ(stage.frame().welcome()->written_name(), "");
    stage.loop.call([&] { stage.chat.let_go(); });
    stage.until([&] { return stage.frame().welcome()->written_name() == "alice"; }, "my name");
  });
}

TEST(Welcome, SaysWhyANameIsNotTaken) {
  Stage stage;
  stage.tables.entries.clear();
  stage.play([&] {
    stage.press("Go on");
    stage.until([&] { return stage.frame().welcome()->step() == WelcomePage::Step::name; }, "the name");
    stage.loop.call([&] { stage.chat.failure = {sdk::Errc::io, "disk full"}; });
    stage.frame().welcome()->write_name("ada");
    stage.press("Go on");
    stage.until([&] { return stage.frame().welcome()->said().find("disk full") != std::string::npos; }, "the reason");
    EXPECT_EQ(stage.frame().welcome()->step(), WelcomePage::Step::name);
  });
}

TEST(Welcome, IsNotForThoseWhoKnowSomebody) {
  Stage stage;
  stage.tables.entries.clear();
  stage.chat.befriend(stage.bob, "bob");
  stage.play([&] { stage.until([&] { return !stage.frame().welcome(); }, "the chats"); });
}

}  // namespace
}  // namespace p2pchat::wx_gui
