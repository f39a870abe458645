// SPDX-License-Identifier: MIT
#include "unit/wx-gui/stage.hpp"

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

void Stage::take_picture(const std::string& name) {
  const char* folder = std::getenv("P2PCHAT_SCREENSHOTS");
  if (!folder) return;
  const auto painted = host.ticks_us() + 400'000;  // GTK paints when its clock says so
  while (host.ticks_us() < painted) settle();
  const auto at = std::string(folder) + "/" + name + ".png";
  ASSERT_EQ(std::system(("mkdir -p '" + std::string(folder) + "' && import -window root '" + at + "'").c_str()), 0);
}

std::vector<std::string> Stage::texts(const sdk::Id& peer) {
  std::vector<std::string> texts;
  loop.call([&] { texts = chat.texts(peer); });
  return texts;
}

}  // namespace p2pchat::wx_gui
