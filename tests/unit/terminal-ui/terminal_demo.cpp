// SPDX-License-Identifier: MIT
// The terminal over a fake chat: what the tmux tests drive, and a way to look at the screens without a network.
// Friends answer what they are told: `say TEXT` says it, `ask` makes a stranger ask, `crash` ends the process badly.
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"
#include "terminal_ui.hpp"

#include <signal.h>
#include <time.h>

#include <cstdlib>
#include <set>
#include <string>

namespace {

using namespace p2pchat;
using test::FakeBottle;
using test::FakeChat;

constexpr std::uint64_t a_morning = 1'764'064'800'000;  // 25 November 2025, 10:00 UTC

void populate(FakeChat& chat) {
  const auto bob = FakeChat::id(0xB0), ming = FakeChat::id(0x5F), carol = FakeChat::id(0xCA);
  chat.befriend(bob, "bob");
  chat.befriend(ming, "小明");
  chat.befriend(carol, "carol of the lighthouse", sdk::Relation::asked);
  for (int i = 1; i <= 300; ++i)
    chat.receive(bob, "old message number " + std::to_string(i),
                 a_morning - 86'400'000 + static_cast<std::uint64_t>(i) * 60'000);
  chat.receive(bob,
               "the quick brown fox jumps over the lazy dog, and then it sits down to think about what it has done",
               a_morning);
  chat.receive(bob, "👨‍👩‍👧 family, ❤️ heart, 👍🏽 thumb, 🇨🇳 flag |", a_morning + 60'000);
  chat.receive(ming, "你好！今天天气很好，我们去海边散步吧，顺便看看漂流瓶有没有漂回来。", a_morning + 120'000);
  chat.receive(ming, "\x1b[31mnot red\x1b[0m \u202Eright to left", a_morning + 180'000);
  chat.set_online(bob, true);
}

/// A beach, and a sea in which what is thrown comes ashore and is answered.
void populate(test::RealHost& host, FakeBottle& sea) {
  const auto bob = FakeChat::id(0xB0), wang = FakeChat::id(0x3A), eve = FakeChat::id(0xEE);
  sea.drift_in(eve, "\x1b[31mnot red\x1b[0m \u202Eright to left\nand a second line", sdk::Voyage::unread, 5);
  sea.drift_in(
      wang,
      "有人在听吗？今天天气很好，我在海边写下这张纸条，不知道它会漂到哪里去。🙂",
      sdk::Voyage::unread, 3);
  sea.drift_in(bob, "kept for its words", sdk::Voyage::kept, 1);
  sea.drift_in(eve, "on its way to somebody else", sdk::Voyage::passing, 2);
  host.subscribe("bottle.mine", [&sea, told = std::set<sdk::Id>()](sdk::str, const sdk::Id& id, sdk::bytes) mutable {
    if (!told.insert(id).second) return;
    sea.step(id, sdk::Voyage::adrift, FakeChat::id(0x3A));
    sea.step(id, sdk::Voyage::ashore, FakeChat::id(0x7E), 2);
    sea.step(id, sdk::Voyage::answered, FakeChat::id(0x7E), 2, "我在这里 🙂\nwho are you?");
  });
}

/// A friend who delivers, reads and does as told.
void befriended(test::RealHost& host, FakeChat& chat) {
  host.subscribe("message.added", [&chat](sdk::str, const sdk::Id& id, sdk::bytes) {
    chat.message(
        id,
        [&chat](const sdk::Message& message) {
          if (message.direction == sdk::Direction::incoming) return;
          const std::string text(message.body);
          if (text == "crash") std::abort();
          if (text == "fail") return chat.settle(message.id, sdk::State::failed, "they blocked me");
          chat.settle(message.id, sdk::State::delivered);
          if (text.starts_with("say ")) chat.receive(message.peer, text.substr(4));
          if (text == "ask") chat.ask(FakeChat::id(0xDA), "dave", "we met at the harbour; 我是大卫");
        },
        [](const sdk::Status&) {});
  });
}

}  // namespace

int main(int argc, char** argv) {
  ::setenv("TZ", "UTC", 1);
  ::tzset();
  ::signal(SIGPIPE, SIG_IGN);
  test::RealLoop loop;
  test::RealHost host(loop);
  FakeChat chat(host, "alice");
  host.provide(static_cast<sdk::Chat&>(chat));
  FakeBottle sea(host, FakeChat::id(0xAA));
  host.provide(static_cast<sdk::Bottle&>(sea));
  if (!std::getenv("DEMO_EMPTY")) {
    populate(chat);
    populate(host, sea);
  }
  befriended(host, chat);
  loop.call([] {});
  terminal_ui::TerminalUi ui(host);
  if (!ui.start().ok()) return 1;
  host.publish("net.status", {}, sdk::bytes::of("joined, 3 nodes known"));
  const int code = ui.run(argc, argv);
  ui.stop();
  loop.call([&] { host.drop_callbacks(); });
  return code;
}
