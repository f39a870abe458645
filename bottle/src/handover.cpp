// SPDX-License-Identifier: MIT
#include "bottle/handover.hpp"

#include <algorithm>

namespace p2pchat::bottle {

void Handover::send(const Id& to, std::string_view type, const Id& bottle, std::string_view body, DoneFn done) {
  const Key key{to, std::string(type), bottle};
  auto& messages = waiting_[key].messages;
  const auto same = std::ranges::find(messages, body, &Message::body);
  if (same != messages.end()) return same->done.push_back(std::move(done));
  messages.push_back({std::string(body), {std::move(done)}});
  if (messages.size() == 1) send_first(key);
}

void Handover::send_first(const Key& key) {
  auto& waiting = waiting_[key];
  waiting.timer = host_.after(patience_ms, [this, key] {
    finish(key, {sdk::Errc::timed_out, "no word of what became of it"}, {});
  });
  network_.send(key.node, key.type, waiting.messages.front().body, [this, key](const sdk::Status& status) {
    if (!status.ok()) finish(key, status, {});
  });
}

void Handover::on_handled(const Id& from, std::string_view type, const Id& bottle, std::string_view verdict) {
  finish({from, std::string(type), bottle}, {}, verdict);
}

void Handover::finish(Key key, const sdk::Status& status, std::string_view verdict) {
  const auto found = waiting_.find(key);
  if (found == waiting_.end()) return;
  host_.cancel(found->second.timer);
  const auto ended = std::move(found->second.messages.front());
  found->second.messages.pop_front();
  if (found->second.messages.empty())
    waiting_.erase(found);
  else
    send_first(key);
  for (const auto& done : ended.done) done(status, verdict);
}

}  // namespace p2pchat::bottle
