// SPDX-License-Identifier: MIT
#include "presentation/conversation.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::presentation {

void Conversation::reset(const std::vector<Message>& newest, bool complete) {
  move_to(newest, complete);
  set_end();
}

void Conversation::move_to(const std::vector<Message>& page, bool complete) {
  messages_.assign(page.rbegin(), page.rend());
  complete_ = complete;
  loaded_ = true;
  end_ = std::max(end_, newest_place());
}

std::size_t Conversation::prepend(const std::vector<Message>& older, bool complete) {
  std::size_t count = 0;
  for (const auto& message : older) {
    if (!messages_.empty() && message.place >= messages_.front().place) continue;
    messages_.push_front(message);
    ++count;
  }
  complete_ = complete;
  end_ = std::max(end_, newest_place());
  return count;
}

std::size_t Conversation::append(const std::vector<Message>& page) {
  const auto before = messages_.size();
  for (const auto& message : page | std::views::reverse)
    if (message.place > newest_place()) messages_.push_back(message);
  end_ = std::max(end_, newest_place());
  return messages_.size() - before;
}

Conversation::Effect Conversation::take(const Message& message) {
  if (!loaded_) return Effect::nothing;
  const auto newest = std::ranges::find(messages_ | std::views::reverse, message.id, &Message::id);
  if (newest != messages_.rend()) {
    if (*newest == message) return Effect::nothing;
    const bool moved = newest->place != message.place;
    *newest = message;
    return moved ? Effect::reload : Effect::changed;
  }
  if (message.place < oldest_place()) return Effect::nothing;
  if (message.place <= newest_place()) return Effect::reload;
  if (message.place <= end_) return Effect::nothing;
  const bool reaches = at_end();
  end_ = message.place;
  if (!reaches) return Effect::beyond;
  messages_.push_back(message);
  return Effect::grew;
}

void Conversation::keep(std::size_t begin, std::size_t end) {
  const auto at = [&](std::size_t index) { return messages_.begin() + static_cast<std::ptrdiff_t>(index); };
  if (begin > 0) complete_ = false;
  messages_.erase(at(end), messages_.end());
  messages_.erase(messages_.begin(), at(begin));
}

std::size_t Conversation::index_of(std::uint64_t place) const {
  return static_cast<std::size_t>(std::ranges::lower_bound(messages_, place, {}, &Message::place) - messages_.begin());
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

}  // namespace p2pchat::presentation
