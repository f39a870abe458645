// SPDX-License-Identifier: MIT
#pragma once
#include "model/beach.hpp"
#include "presented.hpp"
#include "shell/event.hpp"
#include "shell/mailbox.hpp"
#include "shell/refreshing.hpp"

namespace p2pchat::terminal_ui {

/// Keeps what lies on the beach and where my bottles are, and tells what changes. Thread: the UI's.
class BottleFeed {
 public:
  BottleFeed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox, const AddressBook& book,
             std::function<void(const Event&)> tell);

  /// Fetches both for the first time.
  void open();
  /// Takes an event of the host whose topic begins with `bottle.`.
  void heard(const std::string& topic);
  /// Fetches again, then calls back.
  void refresh_beach(std::function<void()> done) { fetching_beach_.ask(std::move(done)); }
  void refresh_sea(std::function<void()> done) { fetching_sea_.ask(std::move(done)); }
  const Beach& beach() const { return beach_; }
  const Sea& sea() const { return sea_; }
  BottleCalls& calls() { return calls_; }

 private:
  void fetch_beach();
  void fetch_sea();
  BottleCalls calls_;
  std::function<void(const Event&)> tell_;
  Beach beach_;
  Sea sea_;
  bool have_beach_ = false;
  Refreshing fetching_beach_{[this] { fetch_beach(); }}, fetching_sea_{[this] { fetch_sea(); }};
};

}  // namespace p2pchat::terminal_ui
