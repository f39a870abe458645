// SPDX-License-Identifier: MIT
#include "shell/feed.hpp"

#include <utility>

namespace p2pchat::terminal_ui {

Feed::Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox)
    : host_(host),
      mailbox_(std::move(mailbox)),
      calls_(host, mailbox_),
      bottles_(host, mailbox_, book_, [this](const Event& event) { tell(event); }) {}

void Feed::listen() {
  for (const auto* prefix : {"message.", "contact.changed", "peer.", "net.status", "notice", "bottle."})
    host_.subscribe(prefix, [this, mailbox = mailbox_](sdk::str topic, const sdk::Id& subject, sdk::bytes detail) {
      mailbox->post([this, topic = std::string(topic), subject, detail = std::string(detail.text())] {
        heard(topic, subject, detail);
      });
    });
}

void Feed::open(Listener listener, std::function<void()> book_is_there) {
  listener_ = std::move(listener);
  refresh(std::move(book_is_there));
  fetch_self();
  bottles_.open();
}

void Feed::fetch_book() {
  calls_.contacts([this](const sdk::Status& status, std::vector<Person> people) {
    if (status.ok()) {
      BookChanged event{book_.replace(std::move(people)), !std::exchange(have_book_, true)};
      if (!event.changes.empty()) tell(event);
    }
    fetching_book_.came();
  });
}

void Feed::fetch_self() {
  calls_.self([this](const sdk::Status& status, const Me& me) {
    if (!status.ok()) return tell(Notice{status.text});
    if (!std::exchange(ready_, true)) tell(BecameReady{me});
  });
}

void Feed::heard(const std::string& topic, const sdk::Id& subject, const std::string& detail) {
  if (topic == "message.added") {
    calls_.message(subject, [this](const sdk::Status& status, const Message& message) {
      if (status.ok()) tell(MessageAdded{message});
    });
    return fetching_book_.ask();  // what is unread and who wrote last changes with it
  }
  if (topic == "message.state")
    return calls_.message(subject, [this](const sdk::Status& status, const Message& message) {
      if (status.ok()) tell(MessageChanged{message});
    });
  if (topic == "contact.changed") return fetching_book_.ask();
  if (topic == "peer.online" || topic == "peer.offline") {
    const bool online = topic == "peer.online";
    book_.set_online(subject, online);
    return tell(Presence{subject, online});
  }
  if (topic == "net.status") {
    if (network_status_ == detail) return;
    network_status_ = detail;
    return tell(NetworkStatus{detail});
  }
  if (topic.starts_with("bottle.")) return bottles_.heard(topic);
  if (topic == "notice") tell(Notice{detail});
}

void Feed::tell(const Event& event) {
  if (listener_) listener_(event);
}

}  // namespace p2pchat::terminal_ui
