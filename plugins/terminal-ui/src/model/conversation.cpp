// SPDX-License-Identifier: MIT
#include "model/conversation.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::terminal_ui {

void Conversation::reset(const std::vector<Message>& newest, bool complete) {
  messages_.assign(newest.rbegin(), newest.rend());
  complete_ = complete;
  loaded_ = true;
}

void Conversation::prepend(const std::vector<Message>& older, bool complete) {
  std::vector<Message> all;
  for (const auto& message : older | std::views::reverse)
    if (messages_.empty() || message.place < messages_.front().place) all.push_back(message);
  all.insert(all.end(), messages_.begin(), messages_.end());
  messages_ = std::move(all);
  complete_ = complete;
}

Conversation::Effect Conversation::take(const Message& message) {
  if (!loaded_) return Effect::nothing;
  const auto found = std::ranges::find(messages_, message.id, &Message::id);
  if (found != messages_.end()) {
    if (*found == message) return Effect::nothing;
    const bool moved = found->place != message.place;
    *found = message;
    return moved ? Effect::reload : Effect::changed;
  }
  if (message.place < oldest_place()) return Effect::nothing;
  if (message.place <= newest_place()) return Effect::reload;
  messages_.push_back(message);
  return Effect::grew;
}

std::uint64_t Conversation::first_unread() const {
  const auto found = std::ranges::find_if(messages_, &Message::unread);
  return found == messages_.end() ? 0 : found->place;
}

const Message* Conversation::newest_mine(sdk::State state) const {
  for (const auto& message : messages_ | std::views::reverse)
    if (!message.incoming() && message.state == state) return &message;
  return nullptr;
}

}  // namespace p2pchat::terminal_ui
