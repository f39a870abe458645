// SPDX-License-Identifier: MIT
#pragma once
#include "shell/bottle_feed.hpp"
#include "shell/mailbox.hpp"

#include <functional>
#include <string>

namespace p2pchat::terminal_ui {

/// What happens, bottles too, as values; keeps the address book, the beach and the sea.
///
/// Thread: the UI's; only `listen` subscribes, on whichever thread. Events of one kind come in their order.
class Feed {
 public:
  using Listener = std::function<void(const Event&)>;
  Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox);

  /// Begins to hear the host. What comes before `open` waits in the mailbox.
  void listen() { news_.listen({"bottle."}); }
  /// Fetches the address book and who I am, and tells the listener from now on.
  void open(Listener listener, std::function<void()> book_is_there);
  /// Fetches the address book again, then calls back.
  void refresh(std::function<void()> done) { news_.refresh(std::move(done)); }
  const AddressBook& book() const { return news_.book(); }
  const std::string& network_status() const { return news_.network_status(); }
  ChatCalls& calls() { return news_.calls(); }
  BottleFeed& bottles() { return bottles_; }

 private:
  void tell(const Event& event);
  Listener listener_;
  NewsFeed news_;
  BottleFeed bottles_;
};

}  // namespace p2pchat::terminal_ui
