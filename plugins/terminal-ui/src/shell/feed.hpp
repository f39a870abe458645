// SPDX-License-Identifier: MIT
#pragma once
#include "shell/bottle_feed.hpp"
#include "shell/mailbox.hpp"

#include <functional>
#include <string>

namespace p2pchat::terminal_ui {

/// Turns the host's events, which carry ids, into values, fetching what they speak of; keeps the address book.
///
/// Thread: the UI's; only `listen` subscribes, on whichever thread. Events of one kind come in their order.
class Feed {
 public:
  using Listener = std::function<void(const Event&)>;
  Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox);

  /// Begins to hear the host. What comes before `open` waits in the mailbox.
  void listen();
  /// Fetches the address book and who I am, and tells the listener from now on.
  void open(Listener listener, std::function<void()> book_is_there);
  /// Fetches the address book again, then calls back.
  void refresh(std::function<void()> done) { fetching_book_.ask(std::move(done)); }
  const AddressBook& book() const { return book_; }
  const std::string& network_status() const { return network_status_; }
  ChatCalls& calls() { return calls_; }
  BottleFeed& bottles() { return bottles_; }

 private:
  void heard(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void fetch_book();
  void fetch_self();
  void tell(const Event& event);
  sdk::Host& host_;
  std::shared_ptr<Mailbox> mailbox_;
  ChatCalls calls_;
  AddressBook book_;
  Listener listener_;
  std::string network_status_;
  bool ready_ = false, have_book_ = false;
  Refreshing fetching_book_{[this] { fetch_book(); }};
  BottleFeed bottles_;
};

}  // namespace p2pchat::terminal_ui
