// SPDX-License-Identifier: MIT
#pragma once
#include "model/dropped.hpp"
#include "view/beach_page.hpp"
#include "view/chats_page.hpp"
#include "view/network_page.hpp"
#include "view/notice_bar.hpp"
#include "view/notifier.hpp"
#include "view/plugins_page.hpp"
#include "view/rail.hpp"
#include "view/settings_page.hpp"
#include "view/welcome_page.hpp"

namespace p2pchat::wx_gui {

/// The window: the rail, and one page at a time.
class MainFrame final : public wxFrame {
 public:
  MainFrame(Desk& desk, Page first);
  void take(const Event& event);
  void show_page(Page page);
  ChatsPage& chats() { return *chats_; }
  /// Made when it is asked for first, as `plugins`.
  SettingsPage& settings();
  /// Null when there are no bottles here.
  BeachPage* beach() { return beach_; }
  NetworkPage& network() { return *network_; }
  PluginsPage& plugins();
  Page page() const { return page_; }
  /// What is shown before anything else at the first run; null later.
  WelcomePage* welcome() { return welcome_; }
  const Notifier& notifier() const { return notifier_; }
  /// What is the matter with the whole window, above the pages.
  NoticeBar& notices() { return *notices_; }
  /// Where the window stands now, in `Desk::state`.
  void remember_place();
  /// Asks somebody, by an invite that may be there already.
  void add_contact(const std::string& invite = {});
  /// Takes what was let go over the window: an invite is one to ask, a text is one to write.
  void take_dropped(const Dropped& dropped);
  void begin_chat(const sdk::Id& who);
  void my_card();
  /// Changes between what the page draws and the same as a list.
  void toggle_mirror();
  void perform(Act act);

 private:
  void place();
  void look();
  void keep_place();
  void look_at_store();
  void on_key(wxKeyEvent& event);
  void focus_page();
  void keep_focus();
  void show_unread();
  void welcomed(Page page);
  bool looks_at(const sdk::Id& who);
  void on_close(wxCloseEvent& event);
  Desk& desk_;
  NoticeBar* notices_;
  wxTimer clock_;  // until it looks at the store and keeps its place
  bool has_looked_ = false;
  Rail* rail_;
  ChatsPage* chats_;
  BeachPage* beach_ = nullptr;
  NetworkPage* network_;
  wxSizer* pages_;                    // what the pages stand in
  PluginsPage* plugins_ = nullptr;    // null: not shown yet
  SettingsPage* settings_ = nullptr;  // as well
  WelcomePage* welcome_ = nullptr;
  Notifier notifier_;
  Page page_ = Page::chats;
};

}  // namespace p2pchat::wx_gui
