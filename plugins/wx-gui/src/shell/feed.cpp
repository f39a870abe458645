// SPDX-License-Identifier: MIT
#include "shell/feed.hpp"

#include <cstring>
#include <utility>

namespace p2pchat::wx_gui {

Feed::Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox)
    : host_(host), mailbox_(std::move(mailbox)), calls_(host, mailbox_), bottles_(host, mailbox_) {}

void Feed::listen() {
  for (const auto* prefix :
       {"message.", "contact.changed", "peer.", "net.status", "notice", "bottle.", "lookup.", "node.description"})
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
}

void Feed::refresh(std::function<void()> done) {
  // A listing that is under way may have passed what the caller wants to see: only the next one counts.
  (fetching_ ? next_waiting_ : waiting_).push_back(std::move(done));
  fetch_book();
}

void Feed::fetch_book() {
  if (fetching_) {
    again_ = true;
    return;
  }
  fetching_ = true;
  calls_.contacts(
      [this](const sdk::Status& status, std::vector<Person> people) { book_came(status, std::move(people)); });
}

void Feed::book_came(const sdk::Status& status, std::vector<Person> people) {
  fetching_ = false;
  if (status.ok()) {
    BookChanged event{book_.replace(std::move(people)), !std::exchange(have_book_, true)};
    if (!event.changes.empty()) tell(event);
  }
  for (auto& done : std::exchange(waiting_, std::exchange(next_waiting_, {}))) done();
  if (std::exchange(again_, false)) fetch_book();
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
    return fetch_book();  // what is unread and who wrote last changes with it
  }
  if (topic == "message.state")
    return calls_.message(subject, [this](const sdk::Status& status, const Message& message) {
      if (status.ok()) tell(MessageChanged{message});
    });
  if (topic == "contact.changed") return fetch_book();
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
  if (topic.starts_with("bottle.")) return tell(BottlesChanged{});
  if (topic == "node.description") {
    if (auto node = read_node_description(detail)) tell(NodeDescribed{std::move(*node)});
    return;
  }
  if (topic.starts_with("lookup.")) return heard_lookup(topic, subject, detail);
  if (topic == "notice") tell(Notice{detail});
}

void Feed::describe_node() { host_.publish("node.describe", {}, {}); }

void Feed::enable_plugin(const std::string& id) { host_.publish("node.enable", {}, sdk::bytes::of(id)); }

void Feed::disable_plugin(const std::string& id) { host_.publish("node.disable", {}, sdk::bytes::of(id)); }

void Feed::heard_lookup(const std::string& topic, const sdk::Id& subject, const std::string& detail) {
  if (topic == "lookup.ended") return tell(LookupEnded{subject, detail.empty() ? LookupEnd::done : LookupEnd::in_vain});
  sdk::Id target;
  if (topic != "lookup.asks" || detail.size() != sizeof target.b) return;
  std::memcpy(target.b, detail.data(), sizeof target.b);
  tell(LookupAsks{target, subject});
}

void Feed::tell(const Event& event) {
  if (listener_) listener_(event);
}

}  // namespace p2pchat::wx_gui
