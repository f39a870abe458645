// SPDX-License-Identifier: MIT
#include "unit/wx-gui/scenery.hpp"

#include "model/network_view.hpp"

#include <time.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t minute_ms = 60'000;

}  // namespace

void make_it_dusk(Stage& stage) {
  const auto hour = stage.host.now_ms() / (60 * minute_ms) % 24;
  ::setenv("TZ", ("DUSK-" + std::to_string((18 + 24 - hour) % 24)).c_str(), 1);
  ::tzset();
}

void bring_people(Stage& stage) {
  const auto now = stage.host.now_ms();
  auto& chat = stage.chat;
  chat.befriend(stage.ming, "小明");
  chat.befriend(stage.bob, "Alice");
  chat.befriend(test::FakeChat::id(0x21), "老王");
  chat.befriend(test::FakeChat::id(0x42), "Carol of the lighthouse, who has a long name", sdk::Relation::asked);
  chat.ask(test::FakeChat::id(0x77), "Dave", "We met at the harbour; 我是大卫");
  chat.receive(test::FakeChat::id(0x21), "关于那个… 明天再说吧", now - 26 * 60 * minute_ms);
  chat.receive(stage.bob, "See you at the pier!", now - 90 * minute_ms);
  chat.receive(stage.ming, "早！昨晚我在海滩捡到一个瓶子", now - 1500 * minute_ms);
  chat.receive(stage.ming, "It said: “If you read this, the sea is kind.”\n有点诗意，对吧？🌊", now - 1499 * minute_ms);
  chat.set_online(stage.ming, true);
  chat.set_online(stage.bob, true);
}

void bring_bottles(Stage& stage) {
  const auto stranger = test::FakeChat::id(0x99);
  stage.sea.drift_in(stranger, "有人在听吗？", sdk::Voyage::unread);
  stage.sea.drift_in(stranger, "A recipe for rain", sdk::Voyage::unread);
  stage.sea.drift_in(stranger, "写给十年后的自己", sdk::Voyage::read);
  stage.sea.drift_in(stranger, "Do you hear the bell?", sdk::Voyage::answered);
  auto& bottles = stage.app().desk().feed.bottles();
  for (const char* text : {"To whoever finds this", "漂吧，漂吧"})
    bottles.cast(text, 0, [](const sdk::Status&, const sdk::Id&) {});
  const auto& beach = stage.frame().beach()->beach();
  stage.until([&] { return beach.mine.size() == 2; }, "the bottles");
  const auto mine = beach.mine.front().bottle.id;
  stage.sea.step(mine, sdk::Voyage::adrift, test::FakeChat::id(0x31));
  stage.sea.step(mine, sdk::Voyage::ashore, stranger, 3);
  stage.sea.step(mine, sdk::Voyage::answered, stranger, 3, "I am listening. 我在听，海风很大，但是听得见。");
  stage.until([&] { return beach.mine.front().bottle.answers == 1; }, "the answer");
}

void bring_nodes(Stage& stage) {
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
      const std::uint32_t age_s = i % 7 == 3 ? stale_s : i % 11 == 5 ? silent_s : octet();
      stage.nodes.add(id, static_cast<std::uint32_t>(bucket), octet() % 80U + 4, age_s);
    }
  for (std::size_t at = 3; at < 60; at += 11) stage.nodes.sessions.push_back(stage.nodes.rows[at].node.id);
}

}  // namespace p2pchat::wx_gui
