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
    stage.frame().show_page(Page::settings);
    stage.take_picture(name_ + "-settings");
  });
}

TEST_P(Pictures, OfNobodyThere) {
  Stage empty;
  empty.host.set("language", std::get<0>(GetParam()));
  empty.host.set("appearance", std::get<1>(GetParam()));
  empty.play([&] { empty.take_picture(name_ + "-empty"); });
}

INSTANTIATE_TEST_SUITE_P(LooksAndLanguages, Pictures,
                         testing::Combine(testing::Values("en", "zh_CN"), testing::Values("light", "dark")));

}  // namespace
}  // namespace p2pchat::wx_gui
