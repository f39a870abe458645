// SPDX-License-Identifier: MIT
#include "shell/conversation_loader.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint32_t page_limit = page_rows;
constexpr std::uint32_t reach_limit = 1000;  // a place far back is reached in larger steps

}  // namespace

void ConversationLoader::open(const sdk::Id& peer) {
  peer_ = peer;
  conversation_ = {};
  marked_ = wanted_place_ = 0;
  reached_ = nullptr;
  ++generation_;
  fetching_ = false;
  tell(Change::Kind::reset);
  fetch(0, page_limit, &ConversationLoader::newest_came);
}

void ConversationLoader::fetch(std::uint64_t before, std::uint32_t limit, Pages came) {
  fetching_ = true;
  calls_.history(peer_, before, limit,
                 lifetime_.hold([this, came, mine = generation_](const sdk::Status& status, const MessagePage& page) {
                   if (mine != generation_) return;
                   fetching_ = false;
                   problem_ = status;
                   if (!status.ok()) return tell(Change::Kind::failed);
                   (this->*came)(page);
                   if (wanted_place_) reach(wanted_place_, std::exchange(reached_, nullptr));
                 }));
}

void ConversationLoader::newest_came(const MessagePage& page) {
  conversation_.reset(page.messages, page.next == 0);
  tell(Change::Kind::reset);
}

void ConversationLoader::older_came(const MessagePage& page) {
  const auto count = conversation_.prepend(page.messages, page.next == 0);
  tell(Change::Kind::prepended, count);
}

void ConversationLoader::fill_came(const MessagePage& page) {
  conversation_.fill(page.messages);
  tell(Change::Kind::looks);
}

void ConversationLoader::take(const Message& message) {
  if (message.peer != peer_ || !conversation_.loaded()) return;
  switch (conversation_.take(message)) {
    case Conversation::Effect::nothing:
      return;
    case Conversation::Effect::changed:
      return tell(Change::Kind::looks);
    case Conversation::Effect::grew:
      return tell(Change::Kind::grew, 1);
    case Conversation::Effect::reload:
      ++generation_;  // a page under way may be from before
      return fetch(0, page_limit, &ConversationLoader::newest_came);
  }
}

void ConversationLoader::view_moved(const RowRange& shown) {
  const auto& messages = conversation_.messages();
  if (!conversation_.loaded() || messages.empty()) return;
  const auto step = next_step({messages.size(), shown, conversation_.complete(), fetching_},
                              [&](std::size_t row) { return messages[row].has_text; });
  if (messages.size() > 2 * (step.keep.end - step.keep.begin)) conversation_.keep_texts(step.keep.begin, step.keep.end);
  if (step.fill) {
    const auto before = step.fill->end < messages.size() ? messages[step.fill->end].place : 0;
    return fetch(before, static_cast<std::uint32_t>(step.fill->end - step.fill->begin), &ConversationLoader::fill_came);
  }
  if (step.fetch_older) fetch(conversation_.oldest_place(), page_limit, &ConversationLoader::older_came);
}

void ConversationLoader::reach(std::uint64_t place, std::function<void()> then) {
  wanted_place_ = place;
  reached_ = std::move(then);
  if (!conversation_.loaded() && fetching_) return;  // the page that is under way goes on from here when it comes
  if (conversation_.loaded() && conversation_.oldest_place() <= place) {
    wanted_place_ = 0;
    return std::exchange(reached_, nullptr)();
  }
  if (conversation_.complete()) wanted_place_ = 0;
  if (wanted_place_ && !fetching_) fetch(conversation_.oldest_place(), reach_limit, &ConversationLoader::older_came);
}

void ConversationLoader::read(std::uint64_t from, std::uint64_t to,
                              std::function<void(const std::vector<Message>&)> then) {
  const auto& messages = conversation_.messages();
  const auto at = [&](std::size_t row) { return messages.begin() + static_cast<std::ptrdiff_t>(row); };
  const std::vector<Message> known(at(conversation_.index_of(from)), at(conversation_.index_of(to + 1)));
  if (std::ranges::all_of(known, &Message::has_text)) return then(known);
  read_back(from, to + 1, std::make_shared<std::vector<Message>>(), std::move(then));
}

void ConversationLoader::read_back(std::uint64_t from, std::uint64_t before,
                                   const std::shared_ptr<std::vector<Message>>& newest_first,
                                   std::function<void(const std::vector<Message>&)> then) {
  calls_.history(peer_, before, reach_limit,
                 lifetime_.hold([this, from, newest_first, then = std::move(then), mine = generation_](
                                    const sdk::Status& status, const MessagePage& page) {
                   if (mine != generation_ || !status.ok()) return;
                   for (const auto& message : page.messages)
                     if (message.place >= from) newest_first->push_back(message);
                   if (page.next > from) return read_back(from, page.next, newest_first, then);
                   std::ranges::reverse(*newest_first);
                   then(*newest_first);
                 }));
}

void ConversationLoader::mark_read() {
  const auto place = conversation_.newest_place();
  if (place <= marked_ || !conversation_.loaded()) return;
  marked_ = place;
  calls_.mark_read(peer_, place, [](const sdk::Status&) {});
}

}  // namespace p2pchat::wx_gui
