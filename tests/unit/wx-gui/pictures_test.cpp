// SPDX-License-Identifier: MIT
// Every page in both looks and both languages, for the eye: set P2PCHAT_SCREENSHOTS to a folder.
#include "unit/wx-gui/stage.hpp"

#include <gtest/gtest.h>
#include <time.h>

#include <cstdlib>
#include <tuple>

namespace p2pchat::wx_gui {
namespace {

using test::FakeChat;
constexpr std::uint64_t minute = 60'000;

class Pictures : public testing::TestWithParam<std::tuple<const char*, const char*>> {
 protected:
  Pictures() {
    stage.host.set("language", std::get<0>(GetParam()));
    stage.host.set("appearance", std::get<1>(GetParam()));
    name_ = std::string(std::get<0>(GetParam())) + "-" + std::get<1>(GetParam());
    make_it_dusk();
    populate();
    stage.describe_node("true");
  }

  /// Takes a time zone where the sun sets just now.
  void make_it_dusk() {
    const auto hour = stage.host.now_ms() / (60 * minute) % 24;
    ::setenv("TZ", ("DUSK-" + std::to_string((18 + 24 - hour) % 24)).c_str(), 1);
    ::tzset();
  }

  void populate() {
    const auto now = stage.host.now_ms();
    auto& chat = stage.chat;
    chat.befriend(stage.ming, "小明");
    chat.befriend(stage.bob, "Alice");
    chat.befriend(FakeChat::id(0x21), "老王");
    chat.befriend(FakeChat::id(0x42), "Carol of the lighthouse, who has a long name", sdk::Relation::asked);
    chat.ask(FakeChat::id(0x77), "Dave", "We met at the harbour; 我是大卫");
    chat.receive(FakeChat::id(0x21), "关于那个… 明天再说吧", now - 26 * 60 * minute);
    chat.receive(stage.bob, "See you at the pier!", now - 90 * minute);
    chat.receive(stage.ming, "早！昨晚我在海滩捡到一个瓶子", now - 1500 * minute);
    chat.receive(stage.ming, "It said: “If you read this, the sea is kind.”\n有点诗意，对吧？🌊", now - 1499 * minute);
    chat.set_online(stage.ming, true);
    chat.set_online(stage.bob, true);
  }

  void beach() {
    const auto stranger = FakeChat::id(0x99);
    stage.sea.drift_in(stranger, "有人在听吗？", sdk::Voyage::unread);
    stage.sea.drift_in(stranger, "A recipe for rain", sdk::Voyage::unread);
    stage.sea.drift_in(stranger, "写给十年后的自己", sdk::Voyage::read);
    stage.sea.drift_in(stranger, "Do you hear the bell?", sdk::Voyage::answered);
    for (const char* text : {"To whoever finds this", "漂吧，漂吧"})
      stage.app().desk().feed.bottles().cast(text, 0, [](const sdk::Status&, const sdk::Id&) {});
    stage.until([&] { return stage.frame().beach()->beach().mine.size() == 2; }, "the bottles");
    stage.frame().show_page(Page::beach);
    stage.take_picture(name_ + "-beach");
  }

  void network() {
    std::uint64_t dice = 7;
    const auto octet = [&] { return static_cast<std::uint8_t>((dice = dice * 6364136223846793005 + 11) >> 56); };
    const auto me = test::FakeChat::id(0xAA);
    for (const auto& [bucket, count] : {std::pair{0, 16}, {1, 16}, {2, 14}, {3, 9}, {4, 5}, {5, 3}, {6, 1}, {8, 1}})
      for (int i = 0; i < count; ++i) {
        sdk::Id id;
        for (auto& each : id.b) each = octet();
        for (int bit = 0; bit <= bucket; ++bit) {  // shares so many bits with me, and not one more
          const auto mask = static_cast<std::uint8_t>(0x80 >> bit % 8);
          const auto mine = static_cast<std::uint8_t>(me.b[bit / 8] & mask);
          id.b[bit / 8] = static_cast<std::uint8_t>((id.b[bit / 8] & ~mask) | (bit < bucket ? mine : mine ^ mask));
        }
        stage.nodes.add(id, static_cast<std::uint32_t>(bucket), octet() % 80U + 4, i % 7 == 3 ? 2000 : octet());
      }
    for (std::size_t at = 3; at < 60; at += 11) stage.nodes.sessions.push_back(stage.nodes.rows[at].node.id);
    stage.frame().show_page(Page::network);
    stage.until([&] { return stage.frame().network().network().in_table == 65; }, "the table");
    for (const std::size_t at : {20U, 37U, 52U})
      stage.host.publish("lookup.asks", stage.nodes.rows[at].node.id, stage.nodes.rows[60].node.id.view());
    stage.take_picture(name_ + "-network");
    stage.frame().network().choose(NetworkPage::Sight::table);
    stage.take_picture(name_ + "-nodes");
  }

  void settings() {
    stage.frame().show_page(Page::settings);
    for (const auto& [section, word] : {std::pair{Section::appearance, "appearance"},
                                        {Section::notifications, "notifications"},
                                        {Section::identity, "identity"},
                                        {Section::network, "network"},
                                        {Section::storage, "storage"},
                                        {Section::shortcuts, "shortcuts"},
                                        {Section::about, "about"}}) {
      stage.frame().settings().show(section);
      stage.take_picture(name_ + "-settings-" + word);
    }
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
    stage.take_picture(name_ + "-chats");
  }

  Stage stage;
  std::string name_;
};

TEST_P(Pictures, OfEveryPage) {
  stage.play([this] {
    stage.take_picture(name_ + "-start");
    conversation();
    stage.frame().chats().find();
    stage.conversation().search_bar().search("the");
    stage.take_picture(name_ + "-search");
    stage.frame().chats().open(FakeChat::id(0x77));
    stage.take_picture(name_ + "-request");
    beach();
    network();
    stage.frame().show_page(Page::plugins);
    stage.take_picture(name_ + "-plugins");
    settings();
  });
}

TEST_P(Pictures, OfNobodyThere) {
  Stage empty;
  empty.host.set("language", std::get<0>(GetParam()));
  empty.host.set("appearance", std::get<1>(GetParam()));
  empty.play([&] { empty.take_picture(name_ + "-empty"); });
}

TEST_P(Pictures, OfTheFirstRun) {
  Stage first;
  first.tables.entries.clear();
  first.host.set("language", std::get<0>(GetParam()));
  first.host.set("appearance", std::get<1>(GetParam()));
  first.describe_node("true");
  first.play([&] {
    for (const auto* step : {"hello", "name", "key", "network"}) {
      first.take_picture(name_ + "-welcome-" + step);
      if (std::string(step) != "network") first.frame().welcome()->go_on();
      first.settle();
    }
  });
}

INSTANTIATE_TEST_SUITE_P(LooksAndLanguages, Pictures,
                         testing::Combine(testing::Values("en", "zh_CN"), testing::Values("light", "dark")));

}  // namespace
}  // namespace p2pchat::wx_gui
