// SPDX-License-Identifier: MIT
#include "view/main_frame.hpp"

#include "model/told_words.hpp"
#include "view/chord_keys.hpp"
#include "view/drop_target.hpp"
#include "view/sheets.hpp"
#include "view/text.hpp"

#include <wx/display.h>

#include <utility>

namespace p2pchat::wx_gui {
namespace {

constexpr int look_ms = 1000;
constexpr std::uint64_t patience_us = 2'000'000;

}  // namespace

MainFrame::MainFrame(Desk& desk, Page first)
    : wxFrame(nullptr, wxID_ANY, "p2pChat"),
      desk_(desk),
      notifier_(
          desk, [this](const sdk::Id& who) { return looks_at(who); },
          [this](const sdk::Id& who) { Raise(), show_page(Page::chats), chats_->open(who); }) {
  SetBackgroundColour(solid(desk.colours->canvas));
  const bool bottles = desk.feed.bottles().present();
  auto pages = std::vector{Page::chats, Page::network, Page::plugins, Page::settings};
  if (bottles) pages.insert(pages.begin() + 1, Page::beach);
  rail_ = new Rail(
      this, desk, pages, [this](Page page) { show_page(page); }, [this] { my_card(); });
  chats_ = new ChatsPage(
      this, desk, [this] { add_contact(); }, [this] { my_card(); });
  network_ = new NetworkPage(this, desk);
  if (bottles) {
    beach_ = new BeachPage(this, desk);
    beach_->chat_begun = [this](const sdk::Id& who) { begin_chat(who); };
    beach_->unread_changed = [this](std::size_t unread) { rail_->set_badge(Page::beach, badge_text(unread)); };
  }
  auto* sizer = pages_ = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(rail_, wxSizerFlags().Expand());
  sizer->Add(chats_, wxSizerFlags(1).Expand());
  if (beach_) sizer->Add(beach_, wxSizerFlags(1).Expand());
  sizer->Add(network_, wxSizerFlags(1).Expand());
  desk.first_run = desk.first_run && desk.feed.book().everybody().empty();
  if (!desk.first_run) desk.state.welcome_step = -1;
  if (desk.first_run) {
    welcome_ = new WelcomePage(this, desk, [this](Page page) { welcomed(page); });
    sizer->Add(welcome_, wxSizerFlags(1).Expand());
  }
  notices_ = new NoticeBar(this, desk);
  auto* rows = new wxBoxSizer(wxVERTICAL);
  rows->Add(notices_, wxSizerFlags().Expand());
  rows->Add(sizer, wxSizerFlags(1).Expand());
  SetSizer(rows);
  SetDropTarget(new DropTarget(*this, desk, [this](const Dropped& dropped) { take_dropped(dropped); }));
  clock_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { look(); });
  clock_.StartOnce(look_ms);
  place();
  Bind(wxEVT_CHAR_HOOK, &MainFrame::on_key, this);
  SetExtraStyle(GetExtraStyle() | wxWS_EX_PROCESS_IDLE);
  Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
    event.Skip();
    keep_focus();
    if (!std::exchange(has_looked_, false) && !clock_.IsRunning()) clock_.StartOnce(look_ms);
  });
  show_page(first);
  show_unread();
  Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    event.Skip();
    CallAfter([this] { chats_->conversation().mark_read(); });
  });
}

// A second after something happened, and each second while the store owes an answer. The idle event that the timer
// itself brings counts for nothing: where nothing happens, nothing wakes.
void MainFrame::look() {
  look_at_store();
  keep_place();
  has_looked_ = true;
  if (!desk_.state_known || desk_.calls().waiting_us() > 0) clock_.StartOnce(look_ms);
}

// A window that is killed comes back where it was a second before.
void MainFrame::keep_place() {
  if (welcome_ || !desk_.state_known) return;
  const auto kept = desk_.state;
  remember_place();
  if (desk_.state != kept) desk_.remember();
}

void MainFrame::look_at_store() {
  if (desk_.state_known && desk_.calls().waiting_us() < patience_us)
    return notices_->settle(NoticeBar::Matter::slow_store);
  notices_->tell(
      NoticeBar::Matter::slow_store,
      {desk_.say("The store answers slowly. What you do is kept in order and shown as soon as it is done."), {}, {}});
}

PluginsPage& MainFrame::plugins() {
  if (!plugins_) pages_->Add(plugins_ = new PluginsPage(this, desk_), wxSizerFlags(1).Expand());
  return *plugins_;
}

SettingsPage& MainFrame::settings() {
  if (!settings_) {
    pages_->Add(settings_ = new SettingsPage(this, desk_), wxSizerFlags(1).Expand());
    settings_->Hide();
  }
  return *settings_;
}

void MainFrame::place() {
  SetMinSize(FromDIP(wxSize(480, 520)));
  const auto screen = wxDisplay(0u).GetClientArea();
  const auto frame = clamped(desk_.state.frame, {screen.x, screen.y, screen.width, screen.height});
  // What is inside the frame: how wide its edges are is not known before it is on show.
  SetClientSize(frame.width, frame.height);
  if (frame.x >= 0 && frame.y >= 0) Move(frame.x, frame.y);
  if (desk_.state.maximised) Maximize();
}

void MainFrame::remember_place() {
  desk_.state.page = page_;
  desk_.state.chat = desk_.open_chat == sdk::Id{} ? std::nullopt : std::optional(desk_.open_chat);
  desk_.state.maximised = IsMaximized();
  if (IsMaximized() || IsIconized()) return;
  const auto at = GetPosition();
  const auto size = GetClientSize();
  desk_.state.frame = {std::max(at.x, 0), std::max(at.y, 0), size.x, size.y};
}

void MainFrame::on_close(wxCloseEvent& event) {
  remember_place();
  event.Skip();
}

// Before the control that has the focus: it would take some of these keys for itself.
void MainFrame::on_key(wxKeyEvent& event) {
  const auto chord = chord_of(event);
  const auto act = chord ? desk_.state.keys.act_of(*chord) : std::nullopt;
  if (!act) return event.Skip();
  CallAfter([this, act] { perform(*act); });
}

void MainFrame::perform(Act act) {
  if (welcome_ && act != Act::quit) return;
  switch (act) {
    case Act::chats:
      return show_page(Page::chats);
    case Act::beach:
      return beach_ ? show_page(Page::beach) : void();
    case Act::network:
      return show_page(Page::network);
    case Act::plugins:
      return show_page(Page::plugins);
    case Act::settings:
      return show_page(Page::settings);
    case Act::find_chat:
      return show_page(Page::chats), chats_->go_to_chat();
    case Act::search_chat:
      return show_page(Page::chats), chats_->find();
    case Act::search_all:
      return show_page(Page::chats), chats_->search_everywhere();
    case Act::mirror:
      return toggle_mirror();
    case Act::add_contact:
      return add_contact();
    case Act::my_card:
      return my_card();
    case Act::throw_bottle:
      return beach_ ? (show_page(Page::beach), beach_->throw_bottle()) : void();
    case Act::next_chat:
      return show_page(Page::chats), chats_->walk(1);
    case Act::chat_before:
      return show_page(Page::chats), chats_->walk(-1);
    case Act::unread_chat:
      return show_page(Page::chats), chats_->open_unread();
    case Act::back:
      return chats_->back();
    case Act::quit:
      Close();
  }
}

void MainFrame::toggle_mirror() {
  if (page_ == Page::chats) chats_->conversation().toggle_mirror();
  if (beach_ && page_ == Page::beach) beach_->toggle_mirror();
}

bool MainFrame::looks_at(const sdk::Id& who) { return IsActive() && page_ == Page::chats && desk_.open_chat == who; }

void MainFrame::welcomed(Page page) {
  if (!welcome_) return;
  std::exchange(welcome_, nullptr)->Destroy();
  desk_.first_run = false;
  desk_.state.welcome_step = -1;
  desk_.remember();
  rail_->Show();
  show_page(page);
}

void MainFrame::show_page(Page page) {
  if (welcome_) {
    for (wxWindow* each :
         {static_cast<wxWindow*>(rail_), static_cast<wxWindow*>(chats_), static_cast<wxWindow*>(network_),
          static_cast<wxWindow*>(plugins_), static_cast<wxWindow*>(settings_), static_cast<wxWindow*>(beach_)})
      if (each) each->Hide();
    return;
  }
  page_ = page;
  chats_->Show(page == Page::chats);
  network_->Show(page == Page::network);
  if (plugins_ || page == Page::plugins) plugins().Show(page == Page::plugins);
  if (settings_ || page == Page::settings) settings().Show(page == Page::settings);
  if (beach_) beach_->Show(page == Page::beach);
  focus_page();
  rail_->select(page);
  Layout();
}

void MainFrame::focus_page() {
  if (welcome_) return welcome_->SetFocus();
  switch (page_) {
    case Page::chats:
      return chats_->focus();
    case Page::beach:
      return beach_ ? beach_->SetFocus() : void();
    case Page::network:
      return network_->ring().SetFocus();
    case Page::plugins:
      return plugins().SetFocus();
    case Page::settings:
      return settings().SetFocus();
  }
}

// Keys come by way of the control that has the focus: when it goes away, they would reach nobody.
void MainFrame::keep_focus() {
  if (IsActive() && !FindFocus()) focus_page();
}

void MainFrame::show_unread() {
  const auto unread = desk_.feed.book().unread();
  const auto requests = desk_.feed.book().requests().size();
  rail_->set_badge(Page::chats, badge_text(unread + requests));
  SetTitle(shown(window_title(unread, *desk_.language)));
}

void MainFrame::take(const Event& event) {
  chats_->take(event);
  network_->take(event);
  if (plugins_) plugins_->take(event);
  if (settings_) settings_->take(event);
  notifier_.take(event);
  if (welcome_) welcome_->take(event);
  // Whoever knows somebody has been here before.
  if (welcome_ && !desk_.feed.book().everybody().empty()) welcomed(page_);
  if (std::holds_alternative<BookChanged>(event)) show_unread();
  if (beach_ && std::holds_alternative<BottlesChanged>(event)) beach_->refresh_bottles();
  if (std::holds_alternative<BecameReady>(event)) rail_->refresh_me();
  if (const auto* notice = std::get_if<Notice>(&event))
    chats_->conversation().say(told_words(notice->sentence, *desk_.language));
}

void MainFrame::add_contact(const std::string& invite) {
  AddContactSheet sheet(this, desk_, [this](const sdk::Id& who) { begin_chat(who); });
  if (!invite.empty()) sheet.fill_in(invite, {});
  sheet.ShowModal();
}

void MainFrame::take_dropped(const Dropped& dropped) {
  if (welcome_) return;
  show_page(Page::chats);
  auto& conversation = chats_->conversation();
  if (dropped.kind == Dropped::Kind::refused) return conversation.say(dropped.words);
  if (dropped.kind == Dropped::Kind::invite) return add_contact(dropped.words);
  if (!conversation.composer().IsShown()) return conversation.say(desk_.say("Open a chat first, then drop it there."));
  conversation.say({});
  conversation.composer().type(shown(dropped.words));
}

void MainFrame::begin_chat(const sdk::Id& who) {
  // The book may not have them yet: the page finds them when it hears of the change.
  desk_.open_chat = who;
  desk_.feed.refresh([this, who] { show_page(Page::chats), chats_->open(who); });
}

void MainFrame::my_card() {
  MyCardSheet sheet(this, desk_);
  sheet.ShowModal();
  rail_->refresh_me();
}

}  // namespace p2pchat::wx_gui
