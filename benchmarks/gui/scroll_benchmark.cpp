// SPDX-License-Identifier: MIT
// What a frame costs the window's thread while a long conversation is scrolled: a million messages beside a hundred
// thousand in the same run. Needs a screen: tests/unit/wx-gui/with_screen.sh BUILD/benchmarks/gui/scroll_benchmark
#include "crypto/ratio.hpp"
#include "shell/note_keeper.hpp"
#include "support/fake_chat.hpp"
#include "support/real_host.hpp"
#include "view/conversation_canvas.hpp"

#include <algorithm>
#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

constexpr int frames = 60;

/// A conversation of any length that is nowhere: each message is made when it is asked for.
class MadeUpChat final : public sdk::Chat {
 public:
  MadeUpChat(sdk::Host& host, std::uint64_t count) : host_(host), count_(count) {}
  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::str, sdk::str)>&&) noexcept override {}
  void rename(sdk::str, sdk::StatusFn&&) noexcept override {}
  void add_contact(sdk::str, sdk::str, sdk::str,
                   sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&&) noexcept override {}
  void accept(const sdk::Id&, sdk::StatusFn&&) noexcept override {}
  void remove_contact(const sdk::Id&, std::uint32_t, sdk::StatusFn&&) noexcept override {}
  void block(const sdk::Id&, std::uint32_t, sdk::StatusFn&&) noexcept override {}
  void name_contact(const sdk::Id&, sdk::str, sdk::StatusFn&&) noexcept override {}
  void contacts(sdk::Fn<void(const sdk::Contact&)>&&, sdk::StatusFn&&) noexcept override {}
  void send(const sdk::Id&, sdk::str, sdk::Fn<void(const sdk::Status&, const sdk::Id&)>&&) noexcept override {}
  void retry(const sdk::Id&, sdk::StatusFn&&) noexcept override {}
  void cancel(const sdk::Id&, sdk::StatusFn&&) noexcept override {}
  void message(const sdk::Id&, sdk::MessagesFn&&, sdk::StatusFn&&) noexcept override {}
  void search(sdk::str, const sdk::Id&, std::uint64_t, std::uint32_t, sdk::MessagesFn&&,
              sdk::Fn<void(const sdk::Status&, std::uint64_t)>&&) noexcept override {}
  void mark_read(const sdk::Id&, std::uint64_t, sdk::StatusFn&&) noexcept override {}
  void history(const sdk::Id& peer, std::uint64_t before, std::uint32_t limit, sdk::MessagesFn&& each,
               sdk::StatusFn&& done) noexcept override {
    host_.post([this, peer, before, limit, each = std::move(each), done = std::move(done)] {
      auto place = before ? before - 1 : count_;
      for (std::uint32_t i = 0; i < limit && place > 0; ++i, --place) give(peer, place, each);
      done({});
    });
  }

 private:
  static void give(const sdk::Id& peer, std::uint64_t place, const sdk::MessagesFn& each) {
    std::string text = "message " + std::to_string(place);
    for (std::uint64_t word = 0; word < place % 23; ++word) text += word % 3 ? " the sea is kind" : " 海边见 👋";
    sdk::Message message;
    std::copy_n(reinterpret_cast<const std::uint8_t*>(&place), sizeof place, message.id.b);
    message.peer = peer, message.place = message.seq = place, message.time_ms = place * 60'000;
    message.direction = place % 3 ? sdk::Direction::incoming : sdk::Direction::outgoing;
    message.state = sdk::State::read, message.type = "text", message.body = text;
    each(message);
  }
  sdk::Host& host_;
  std::uint64_t count_;
};

/// One window with one conversation.
class Scrolled {
 public:
  Scrolled(test::RealLoop& loop, std::uint64_t count) : host_(loop), chat_(host_, count) {
    host_.provide(static_cast<sdk::Chat&>(chat_));
    feed_ = std::make_unique<Feed>(host_, mailbox_);
    notes_ = std::make_unique<NoteKeeper>(host_, mailbox_);
    desk_ = std::make_unique<Desk>(*feed_, *notes_);
    desk_->fonts.make("en");
    frame_ = new wxFrame(nullptr, wxID_ANY, "scroll", wxDefaultPosition, wxSize(760, 800));
    canvas_ = new ConversationCanvas(frame_, *desk_, [](const wxString&) {});
    frame_->Show();
    canvas_->open(test::FakeChat::id(1));
    canvas_->show_place(1);
    while (canvas_->conversation().messages().size() < count) mailbox_->run_all(), wxTheApp->Yield(true);
    canvas_->show_place(count / 2);
    settle();
  }
  /// Half a window up and down again in small steps, as a wheel does it; each is drawn at once.
  void scroll() {
    for (int i = 0; i < frames; ++i) {
      canvas_->scroll_pages(i < frames / 2 ? -0.11 : 0.1);
      canvas_->Update();
      mailbox_->run_all();
    }
  }
  void settle() {
    for (int round = 0; round < 20; ++round) wxTheApp->Yield(true), mailbox_->run_all();
  }
  void close() {
    frame_->Destroy();
    mailbox_->close();
  }

 private:
  test::RealHost host_;
  MadeUpChat chat_;
  std::shared_ptr<Mailbox> mailbox_ = std::make_shared<Mailbox>();
  std::unique_ptr<Feed> feed_;
  std::unique_ptr<NoteKeeper> notes_;
  std::unique_ptr<Desk> desk_;
  wxFrame* frame_;
  ConversationCanvas* canvas_;
};

int run() {
  char name[] = "scroll_benchmark";
  char* argv[] = {name, nullptr};
  int argc = 1;
  wxApp::SetInstance(new wxApp);
  if (!wxEntryStart(argc, argv) || !wxTheApp->CallOnInit()) return std::puts("there is no screen"), 0;
  test::RealLoop loop;
  Scrolled short_one(loop, 100'000), long_one(loop, 1'000'000);
  std::printf("times of the window's thread alone, for each frame; 760 by 800, texts in Chinese and English\n");
  benchmark::print_ratio("a frame of 1,000,000 messages / of 100,000", {[&] { long_one.scroll(); }, frames},
                         {[&] { short_one.scroll(); }, frames});
  short_one.close(), long_one.close();
  loop.call([] {});
  std::fflush(stdout);
  std::_Exit(0);  // wx has no loop here that could end
}

}  // namespace
}  // namespace p2pchat::wx_gui

int main() { return p2pchat::wx_gui::run(); }
