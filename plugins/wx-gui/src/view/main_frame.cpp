// SPDX-License-Identifier: MIT
#include "view/main_frame.hpp"

#include "view/sheets.hpp"
#include "view/text.hpp"

#include <wx/accel.h>
#include <wx/display.h>

namespace p2pchat::wx_gui {

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
  plugins_ = new PluginsPage(this, desk);
  settings_ = new SettingsPage(this, desk);
  if (bottles) {
    beach_ = new BeachPage(this, desk);
    beach_->chat_begun = [this](const sdk::Id& who) { begin_chat(who); };
    beach_->unread_changed = [this](std::size_t unread) { rail_->set_badge(Page::beach, badge_text(unread)); };
  }
  auto* sizer = new wxBoxSizer(wxHORIZONTAL);
  sizer->Add(rail_, wxSizerFlags().Expand());
  sizer->Add(chats_, wxSizerFlags(1).Expand());
  if (beach_) sizer->Add(beach_, wxSizerFlags(1).Expand());
  sizer->Add(network_, wxSizerFlags(1).Expand());
  sizer->Add(plugins_, wxSizerFlags(1).Expand());
  sizer->Add(settings_, wxSizerFlags(1).Expand());
  desk.first_run = desk.first_run && desk.feed.book().everybody().empty();
  if (desk.first_run) {
    welcome_ = new WelcomePage(this, desk, [this](Page page) { welcomed(page); });
    sizer->Add(welcome_, wxSizerFlags(1).Expand());
  }
  SetSizer(sizer);
  place();
  add_keys();
  show_page(first);
  show_unread();
  Bind(wxEVT_CLOSE_WINDOW, &MainFrame::on_close, this);
  Bind(wxEVT_ACTIVATE, [this](wxActivateEvent& event) {
    event.Skip();
    CallAfter([this] { chats_->conversation().mark_read(); });
  });
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

void MainFrame::remember_geometry() {
  desk_.state.maximised = IsMaximized();
  if (IsMaximized() || IsIconized()) return;
  const auto at = GetPosition();
  const auto size = GetClientSize();
  desk_.state.frame = {std::max(at.x, 0), std::max(at.y, 0), size.x, size.y};
}

void MainFrame::on_close(wxCloseEvent& event) {
  remember_geometry();
  event.Skip();
}

void MainFrame::add_keys() {
  std::vector<wxAcceleratorEntry> keys;
  const auto key = [&](int modifiers, int code, std::function<void()> action) {
    const auto id = wxWindow::NewControlId();
    keys.emplace_back(modifiers, code, id);
    Bind(
        wxEVT_MENU, [action = std::move(action)](wxCommandEvent&) { action(); }, id);
  };
  key(wxACCEL_CTRL, '1', [this] { show_page(Page::chats); });
  if (beach_) {
    key(wxACCEL_CTRL, '2', [this] { show_page(Page::beach); });
    key(wxACCEL_CTRL, 'B', [this] { show_page(Page::beach), beach_->throw_bottle(); });
  }
  key(wxACCEL_CTRL, '3', [this] { show_page(Page::network); });
  key(wxACCEL_CTRL, '4', [this] { show_page(Page::plugins); });
  key(wxACCEL_CTRL, ',', [this] { show_page(Page::settings); });
  key(wxACCEL_CTRL, 'F', [this] { show_page(Page::chats), chats_->find(); });
  key(wxACCEL_CTRL, 'K', [this] { show_page(Page::chats), chats_->go_to_chat(); });
  key(wxACCEL_CTRL | wxACCEL_SHIFT, 'F', [this] { show_page(Page::chats), chats_->search_everywhere(); });
  key(wxACCEL_NORMAL, WXK_F7, [this] { toggle_mirror(); });
  key(wxACCEL_ALT, WXK_LEFT, [this] { chats_->back(); });
  key(wxACCEL_CTRL, 'N', [this] { add_contact(); });
  key(wxACCEL_CTRL, 'I', [this] { my_card(); });
  key(wxACCEL_ALT, WXK_DOWN, [this] { show_page(Page::chats), chats_->walk(1); });
  key(wxACCEL_ALT, WXK_UP, [this] { show_page(Page::chats), chats_->walk(-1); });
  key(wxACCEL_ALT | wxACCEL_SHIFT, WXK_DOWN, [this] { show_page(Page::chats), chats_->open_unread(); });
  key(wxACCEL_CTRL, 'Q', [this] { Close(); });
  SetAcceleratorTable(wxAcceleratorTable(static_cast<int>(keys.size()), keys.data()));
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
  plugins_->Show(page == Page::plugins);
  settings_->Show(page == Page::settings);
  if (beach_) beach_->Show(page == Page::beach);
  if (beach_ && page == Page::beach) beach_->SetFocus();
  if (page == Page::network) network_->ring().SetFocus();
  if (page == Page::chats) chats_->focus();
  // While nothing has the keys, no shortcut is heard.
  if (page == Page::plugins) plugins_->SetFocus();
  if (page == Page::settings) settings_->SetFocus();
  rail_->select(page);
  Layout();
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
  plugins_->take(event);
  settings_->take(event);
  notifier_.take(event);
  if (welcome_) welcome_->take(event);
  // Whoever knows somebody has been here before.
  if (welcome_ && !desk_.feed.book().everybody().empty()) welcomed(page_);
  if (std::holds_alternative<BookChanged>(event)) show_unread();
  if (beach_ && std::holds_alternative<BottlesChanged>(event)) beach_->refresh_bottles();
  if (std::holds_alternative<BecameReady>(event)) rail_->refresh_me();
  if (const auto* notice = std::get_if<Notice>(&event)) chats_->conversation().say(notice->sentence);
}

void MainFrame::add_contact() {
  AddContactSheet sheet(this, desk_, [this](const sdk::Id& who) { begin_chat(who); });
  sheet.ShowModal();
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
