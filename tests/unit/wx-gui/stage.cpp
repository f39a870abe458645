// SPDX-License-Identifier: MIT
#include "unit/wx-gui/stage.hpp"

#include "unit/wx-gui/picture.hpp"
#include "view/pinning.hpp"
#include "view/text.hpp"

#include <gtest/gtest.h>
#include <time.h>
#include <wx/timer.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint64_t patience_us = 60'000'000;

}  // namespace

Stage::Stage() {
  ::setenv("TZ", "UTC", 1);
  ::tzset();
  host.provide(static_cast<sdk::Chat&>(chat));
  host.provide(static_cast<sdk::Bottle&>(sea));
  host.provide(static_cast<sdk::Tables&>(tables));
  host.provide(static_cast<sdk::Routing&>(nodes));
  host.provide(static_cast<sdk::Network&>(nodes));
  tables.entries["window/state"] = "maximised=0";  // somebody has been here before
  host.set("language", "en");
  host.set("appearance", "light");
}

Stage::~Stage() {
  mailbox_->close();
  loop.call([this] { host.drop_callbacks(); });
}

std::int32_t Stage::play(std::function<void()> script) {
  loop.call([] {});
  feed_ = std::make_unique<Feed>(host, mailbox_);
  feed_->listen();
  // From a timer: while wx works off calls that were posted, it does not begin with others.
  std::unique_ptr<wxTimer> begin;
  mailbox_->post([this, &begin, script = std::move(script)] {
    begin = std::make_unique<wxTimer>();
    begin->Bind(wxEVT_TIMER, [this, script](wxTimerEvent&) { run(script); });
    begin->StartOnce(1);
  });
  pin_toolkit();
  return run_desktop(host, *feed_, mailbox_);
}

void Stage::run(const std::function<void()>& script) {
  until([this] { return app().frame() && frame().IsShownOnScreen(); }, "the window");
  if (!app().frame()) return wxTheApp->ExitMainLoop();
  frame().Raise();
  until([this] { return frame().IsActive(); }, "the focus");
  script();
  if (app().frame()) frame().Close(true);
}

void Stage::settle() {
  loop.call([] {});
  for (int round = 0; round < 5; ++round) wxTheApp->Yield(true);
}

void Stage::until(const std::function<bool()>& condition, const std::string& what) {
  const auto end = host.ticks_us() + patience_us;
  while (!condition()) {
    ASSERT_LT(host.ticks_us(), end) << "waited in vain for " << what;
    settle();
  }
}

void Stage::press(const std::string& name) {
  auto* found = dynamic_cast<Pressable*>(wxWindow::FindWindowByName(shown(name), &frame()));
  ASSERT_TRUE(found) << name;
  ASSERT_TRUE(found->IsShownOnScreen()) << name;
  found->press();
}

void Stage::open(const sdk::Id& who, std::size_t messages) {
  until([&] { return app().desk().feed.book().find(who) != nullptr; }, "the contact");
  frame().chats().open(who);
  until([&] { return canvas().conversation().messages().size() == messages; }, "the messages");
}

void Stage::describe_node(const std::string& keeps, const std::string& problem) {
  host.subscribe("node.", [this, keeps, problem](sdk::str topic, const sdk::Id&, sdk::bytes id) {
    const std::string what(topic);
    if (what == "node.description") return;
    if (what != "node.describe") wishes.push_back(what + " " + std::string(id.text()));
    const auto plugin = [](const std::string& name, const std::string& long_name, const std::string& iid,
                           const std::string& state, const std::string& reason, const std::string& next) {
      return R"({"id":")" + name + R"(","name":")" + long_name + R"(","version":"0.1.0","license":"MIT","provides":[)" +
             (iid.empty() ? "" : "\"" + iid + "\"") + R"(],"state":")" + state + R"(","reason":")" + reason +
             R"(","next":)" + next + "}";
    };
    host.publish(
        "node.description", {},
        sdk::bytes::of(
            R"({"profile":"desktop","data_dir":"/home/ada/.local/share/p2pchat","config":"/home/ada/.config/p2pchat/config.toml","keeps":)" +
            keeps + R"(,"problem":")" + problem + R"(","plugins":[)" +
            plugin("socket-transport", "Sockets", "p2pchat.transport/1", "ready", "", "true") + "," +
            plugin("kademlia", "Kademlia routing", "p2pchat.routing/1", "ready", "", "true") + "," +
            plugin("bottle", "Drift bottles", "p2pchat.bottle/1", "ready", "", "true") + "," +
            plugin("wx-gui", "Desktop", "p2pchat.ui/1", "ready", "", "true") + "," +
            plugin("echo-bot", "Echo", "", "refused",
                   "built for SDK 0.1, this host speaks 1.x: get a newer build of the plugin", "true") +
            "," + plugin("memory-store", "Store in memory", "p2pchat.store/1", "unused", "", "false") +
            R"(],"absent":["lighthouse"]})"));
  });
}

void Stage::take_picture(const std::string& name) {
  const auto painted = host.ticks_us() + 100'000;  // GTK paints when its clock says so
  while (host.ticks_us() < painted) settle();
  keep(windows_on_screen(), name);
}

std::vector<std::string> Stage::texts(const sdk::Id& peer) {
  std::vector<std::string> texts;
  loop.call([&] { texts = chat.texts(peer); });
  return texts;
}

}  // namespace p2pchat::wx_gui
