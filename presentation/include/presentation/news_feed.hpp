// SPDX-License-Identifier: MIT
#pragma once
#include "presentation/chat_calls.hpp"
#include "presentation/news.hpp"
#include "presentation/refreshing.hpp"

#include <initializer_list>

namespace p2pchat::presentation {

/// Turns the host's events, which carry ids, into values, fetching what they speak of; keeps the address book.
///
/// Thread: the UI's; only `listen` subscribes, on whichever thread. Events of one kind come in their order.
class NewsFeed {
 public:
  using Teller = std::function<void(const News&)>;
  /// An event that is not one of `News`: its topic, subject and detail.
  using Other = std::function<void(const std::string& topic, const sdk::Id& subject, const std::string& detail)>;
  NewsFeed(sdk::Host& host, std::shared_ptr<Postbox> postbox, Teller tell, Other other);

  /// Begins to hear the host, and besides what `News` needs topics that begin with these. What comes before the UI's
  /// thread looks waits in the postbox.
  void listen(std::initializer_list<const char*> others);
  /// Fetches the address book and who I am.
  void open(std::function<void()> book_is_there);
  /// Fetches the address book again, then calls back.
  void refresh(std::function<void()> done) { fetching_book_.ask(std::move(done)); }
  const AddressBook& book() const { return book_; }
  const std::string& network_status() const { return network_status_; }
  ChatCalls& calls() { return calls_; }

 private:
  void heard(const std::string& topic, const sdk::Id& subject, const std::string& detail);
  void heard_of_message(const std::string& topic, const sdk::Id& message);
  void fetch_book();
  void fetch_book_soon();
  void fetch_self();
  sdk::Host& host_;
  std::shared_ptr<Postbox> postbox_;
  Teller tell_;
  Other other_;
  ChatCalls calls_;
  AddressBook book_;
  std::string network_status_;
  bool ready_ = false, have_book_ = false, soon_ = false;
  Refreshing fetching_book_{[this] { fetch_book(); }};
};

}  // namespace p2pchat::presentation
