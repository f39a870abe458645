// SPDX-License-Identifier: MIT
#include "presentation/conversation.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::presentation {

void Conversation::reset(const std::vector<Message>& newest, bool complete) {
  messages_.assign(newest.rbegin(), newest.rend());
  complete_ = complete;
  loaded_ = true;
  texts_ = {{0, newest_place() + 1}};
}

std::size_t Conversation::prepend(const std::vector<Message>& older, bool complete) {
  std::size_t count = 0;
  const auto end = oldest_place();
  for (const auto& message : older) {
    if (!messages_.empty() && message.place >= messages_.front().place) continue;
    messages_.push_front(message);
    ++count;
  }
  if (count) texts_came({oldest_place(), end});
  complete_ = complete;
  return count;
}

Conversation::Effect Conversation::take(const Message& message) {
  if (!loaded_) return Effect::nothing;
  const auto newest = std::ranges::find(messages_ | std::views::reverse, message.id, &Message::id);
  if (newest != messages_.rend()) {
    if (*newest == message) return Effect::nothing;
    const bool moved = newest->place != message.place;
    *newest = message;
    texts_came({message.place, message.place + 1});
    return moved ? Effect::reload : Effect::changed;
  }
  if (message.place < oldest_place()) return Effect::nothing;
  if (message.place <= newest_place()) return Effect::reload;
  messages_.push_back(message);
  texts_came({message.place, message.place + 1});
  return Effect::grew;
}

void Conversation::fill(const std::vector<Message>& page) {
  if (!page.empty()) texts_came({page.back().place, page.front().place + 1});
  for (const auto& message : page) {
    const auto at = index_of(message.place);
    if (at < messages_.size() && messages_[at].id == message.id) messages_[at] = message;
  }
}

void Conversation::keep_texts(std::size_t begin, std::size_t end) {
  for (const auto& places : texts_) {
    const auto from = index_of(places.begin), to = index_of(places.end);
    drop_texts(from, std::min(to, begin));
    drop_texts(std::max(from, end), to);
  }
  const auto place = [&](std::size_t i) { return i < messages_.size() ? messages_[i].place : newest_place() + 1; };
  texts_ = {{place(begin), place(end)}};
}

void Conversation::drop_texts(std::size_t begin, std::size_t end) {
  for (auto i = begin; i < end; ++i) {
    messages_[i].has_text = false;
    std::string().swap(messages_[i].body);
  }
}

void Conversation::texts_came(Places places) {
  const auto near = std::ranges::find_if(
      texts_, [&](const Places& each) { return places.begin <= each.end && each.begin <= places.end; });
  if (near == texts_.end()) return texts_.push_back(places);
  *near = {std::min(near->begin, places.begin), std::max(near->end, places.end)};
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
