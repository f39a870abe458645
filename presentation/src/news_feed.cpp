// SPDX-License-Identifier: MIT
#include "presentation/news_feed.hpp"

#include <utility>

namespace p2pchat::presentation {
namespace {

constexpr std::size_t people_a_ms = 100;

}  // namespace

NewsFeed::NewsFeed(sdk::Host& host, std::shared_ptr<Postbox> postbox, Teller tell, Other other)
    : host_(host),
      postbox_(std::move(postbox)),
      tell_(std::move(tell)),
      other_(std::move(other)),
      calls_(host, postbox_) {}

void NewsFeed::listen(std::initializer_list<const char*> others) {
  const auto hear = [this](const char* prefix) {
    host_.subscribe(prefix, [this, postbox = postbox_](sdk::str topic, const sdk::Id& subject, sdk::bytes detail) {
      postbox->post([this, name = std::string(topic), subject, words = std::string(detail.text())] {
        heard(name, subject, words);
      });
    });
  };
  for (const auto* prefix : {"message.", "contact.changed", "peer.", "net.status", "notice"}) hear(prefix);
  for (const auto* prefix : others) hear(prefix);
}

void NewsFeed::open(std::function<void()> book_is_there) {
  refresh(std::move(book_is_there));
  fetch_self();
}

void NewsFeed::fetch_book() {
  calls_.contacts([this](const sdk::Status& status, std::vector<Person> people) {
    if (status.ok()) {
      BookChanged event{book_.replace(std::move(people)), !std::exchange(have_book_, true)};
      if (!event.changes.empty()) tell_(event);
    }
    fetching_book_.came();
  });
}

// Of a hundred thousand people each fetch takes a while: with messages coming in, a window would do nothing else.
void NewsFeed::fetch_book_soon() {
  const auto pause_ms = book_.size() / people_a_ms;
  if (pause_ms == 0) return fetching_book_.ask();
  if (std::exchange(soon_, true)) return;
  host_.after(pause_ms, [this, postbox = postbox_] { postbox->post([this] { soon_ = false, fetching_book_.ask(); }); });
}

void NewsFeed::fetch_self() {
  calls_.self([this](const sdk::Status& status, const Me& me) {
    if (!status.ok()) return tell_(Notice{status.text});
    if (!std::exchange(ready_, true)) tell_(BecameReady{me});
  });
}

void NewsFeed::heard_of_message(const std::string& topic, const sdk::Id& message) {
  const bool added = topic == "message.added";
  if (!added && topic != "message.state") return;
  calls_.message(message, [this, added](const sdk::Status& status, const Message& fetched) {
    if (!status.ok()) return;
    added ? tell_(MessageAdded{fetched}) : tell_(MessageChanged{fetched});
  });
  if (added) fetch_book_soon();  // what is unread and who wrote last changes with it
}

void NewsFeed::heard(const std::string& topic, const sdk::Id& subject, const std::string& detail) {
  if (topic.starts_with("message.")) return heard_of_message(topic, subject);
  if (topic == "contact.changed") return fetch_book_soon();
  if (topic == "peer.online" || topic == "peer.offline") {
    const bool online = topic == "peer.online";
    book_.set_online(subject, online);
    return tell_(Presence{subject, online});
  }
  if (topic == "net.status") {
    if (std::exchange(network_status_, detail) != detail) tell_(NetworkStatus{detail});
    return;
  }
  if (topic == "notice") return tell_(Notice{detail});
  other_(topic, subject, detail);
}

}  // namespace p2pchat::presentation
