// SPDX-License-Identifier: MIT
#include "shell/feed.hpp"

#include <wire/json_writer.hpp>

#include <charconv>
#include <cstring>
#include <utility>

namespace p2pchat::wx_gui {

Feed::Feed(sdk::Host& host, std::shared_ptr<Mailbox> mailbox)
    : host_(host),
      news_(
          host, mailbox, [this](const News& news) { std::visit([this](const auto& each) { tell(each); }, news); },
          [this](const std::string& topic, const sdk::Id& subject, const std::string& detail) {
            heard(topic, subject, detail);
          }),
      bottles_(host, mailbox) {}

void Feed::open(Listener listener, std::function<void()> book_is_there) {
  listener_ = std::move(listener);
  news_.open(std::move(book_is_there));
}

void Feed::heard(const std::string& topic, const sdk::Id& subject, const std::string& detail) {
  if (topic.starts_with("bottle.")) return tell(BottlesChanged{});
  if (topic.starts_with("lookup.")) return heard_lookup(topic, subject, detail);
  if (topic == "net.reach") return tell(ReachFound{read_reach(detail)});
  if (topic == "key.answer") return heard_of_key(detail);
  if (topic != "node.description") return;
  if (auto node = read_node_description(detail)) tell(NodeDescribed{std::move(*node)});
}

void Feed::describe_node() { host_.publish("node.describe", {}, {}); }

void Feed::describe_network() { host_.publish("net.describe", {}, {}); }

void Feed::enable_plugin(const std::string& id) { host_.publish("node.enable", {}, sdk::bytes::of(id)); }

void Feed::disable_plugin(const std::string& id) { host_.publish("node.disable", {}, sdk::bytes::of(id)); }

void Feed::ask_for_key(KeyTask task, const std::string& file, const std::string& passphrase,
                       std::function<void(const sdk::Status&)> answer) {
  key_answer_ = std::move(answer);
  std::string wish;
  wire::JsonWriter(wish).begin().member("file", file).member("passphrase", passphrase).end();
  host_.publish(task == KeyTask::save ? "secret.save-key" : "secret.restore-key", {}, sdk::bytes::of(wish));
}

// A number, which is that of an `Errc`, and a text behind a space.
void Feed::heard_of_key(const std::string& detail) {
  int code = 0;
  const auto* end = detail.data() + detail.size();
  const auto read = std::from_chars(detail.data(), end, code);
  const std::string text(read.ptr == end ? end : read.ptr + 1, end);
  if (auto answer = std::exchange(key_answer_, {})) answer({static_cast<sdk::Errc>(code), text});
}

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
