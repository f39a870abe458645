// SPDX-License-Identifier: MIT
#include "shell/conversation_loader.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::wx_gui {
namespace {

constexpr std::uint32_t read_limit = 1000;  // what is copied comes in larger pages

}  // namespace

void ConversationLoader::open(const sdk::Id& peer) {
  peer_ = peer;
  conversation_ = {};
  marked_ = wanted_place_ = 0;
  reached_ = nullptr;
  shown_place_ = the_end;
  apart_ = 1;
  ++generation_;
  tell(Change::Kind::reset);
  fetch(0, &ConversationLoader::newest_came);
}

void ConversationLoader::fetch(std::uint64_t before, Pages came) {
  fetching_ = true;
  before_ = before;
  ended_ = conversation_.end();
  calls_.history(peer_, before, page_rows,
                 lifetime_.hold([this, came, mine = generation_](const sdk::Status& status, const MessagePage& page) {
                   if (mine != generation_) return;
                   fetching_ = false;
                   problem_ = status;
                   if (!status.ok()) {
                     wanted_place_ = 0;
                     reached_ = nullptr;
                     return tell(Change::Kind::failed);
                   }
                   (this->*came)(page);
                   go_on();
                 }));
}

void ConversationLoader::fetch_around(std::uint64_t place, std::size_t rows_above, Pages came) {
  around_.emplace(place, apart_ * rows_above, conversation_.loaded() ? conversation_.end() : 0);
  fetch(around_->before(), came);
}

/// Whether a page is the one that was looked for; asks for another if it is not.
bool ConversationLoader::fits(const MessagePage& page, Pages came) {
  const auto& messages = page.messages;
  if (around_->fits(messages.empty() ? 0 : messages.back().place, messages.empty() ? 0 : messages.front().place,
                    page.next == 0))
    return true;
  fetch(around_->before(), came);
  return false;
}

void ConversationLoader::newest_came(const MessagePage& page) {
  conversation_.reset(page.messages, page.next == 0);
  note_distance();
  tell(Change::Kind::reset);
}

void ConversationLoader::older_came(const MessagePage& page) {
  const auto count = conversation_.prepend(page.messages, page.next == 0);
  note_distance();
  tell(Change::Kind::prepended, count);
}

void ConversationLoader::newer_came(const MessagePage& page) {
  if (!fits(page, &ConversationLoader::newer_came)) return;
  const auto count = conversation_.append(page.messages);
  note_end();
  note_distance();
  tell(Change::Kind::appended, count);
}

void ConversationLoader::place_came(const MessagePage& page) {
  if (around_->place() != wanted_place_) return;  // another one is wanted meanwhile
  if (!fits(page, &ConversationLoader::place_came)) return;
  conversation_.move_to(page.messages, page.next == 0);
  note_end();
  note_distance();
  wanted_place_ = 0;
  const auto then = std::exchange(reached_, nullptr);
  tell(then ? Change::Kind::jumped : Change::Kind::reset);
  if (then) then();
}

/// A page from the newest on says where the end is, unless something came after it was asked for.
void ConversationLoader::note_end() {
  if (before_ == 0 && conversation_.end() == std::max(ended_, conversation_.newest_place())) conversation_.set_end();
}

void ConversationLoader::note_distance() {
  const auto count = conversation_.messages().size();
  if (count < 2) return;
  apart_ = std::max(apart_, (conversation_.newest_place() - conversation_.oldest_place()) / (count - 1));
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
    case Conversation::Effect::beyond:
      return listener_({Change::Kind::beyond, 1, &message});
    case Conversation::Effect::reload:
      return reload();
  }
}

void ConversationLoader::reload() {
  ++generation_;  // a page under way may be from before
  if (!wanted_place_) wanted_place_ = shown_place_;
  fetch_around(wanted_place_, page_rows / 2, &ConversationLoader::place_came);
}

void ConversationLoader::view_moved(const RowRange& shown) {
  const auto& messages = conversation_.messages();
  if (!conversation_.loaded() || messages.empty()) return;
  const bool at_end = conversation_.at_end();
  shown_place_ = at_end && shown.end == messages.size() ? the_end : messages[shown.begin].place;
  if (fetching_ || wanted_place_) return;  // nor is anything dropped that the page under way must fit to
  const auto step = next_step({messages.size(), shown, conversation_.complete(), at_end});
  if (messages.size() > 2 * (step.keep.end - step.keep.begin)) {
    conversation_.keep(step.keep.begin, step.keep.end);
    tell(Change::Kind::dropped, step.keep.begin);
  }
  if (step.fetch == PagingStep::Fetch::older) fetch(conversation_.oldest_place(), &ConversationLoader::older_came);
  if (step.fetch == PagingStep::Fetch::newer)
    fetch_around(conversation_.newest_place(), page_rows, &ConversationLoader::newer_came);
}

void ConversationLoader::reach(std::uint64_t place, std::function<void()> then) {
  wanted_place_ = place;
  reached_ = std::move(then);
  go_on();
}

void ConversationLoader::go_on() {
  if (!wanted_place_) return;
  if (!holds(wanted_place_)) {
    if (!fetching_) fetch_around(wanted_place_, page_rows / 2, &ConversationLoader::place_came);
    return;  // a page that is under way goes on from here when it comes
  }
  wanted_place_ = 0;
  if (const auto then = std::exchange(reached_, nullptr)) then();
}

/// Whether a place is loaded, and so are those around it that will be on show.
bool ConversationLoader::holds(std::uint64_t place) const {
  const auto index = conversation_.index_of(place);
  return conversation_.loaded() && (conversation_.complete() || index >= ahead_rows) &&
         (conversation_.at_end() || index + ahead_rows < conversation_.messages().size());
}

void ConversationLoader::read(std::uint64_t from, std::uint64_t to,
                              std::function<void(const std::vector<Message>&)> then) {
  const auto& messages = conversation_.messages();
  const auto at = [&](std::size_t row) { return messages.begin() + static_cast<std::ptrdiff_t>(row); };
  if (from >= conversation_.oldest_place() && to <= conversation_.newest_place())
    return then({at(conversation_.index_of(from)), at(conversation_.index_of(to + 1))});
  read_back(from, to + 1, std::make_shared<std::vector<Message>>(), std::move(then));
}

void ConversationLoader::read_back(std::uint64_t from, std::uint64_t before,
                                   const std::shared_ptr<std::vector<Message>>& newest_first,
                                   std::function<void(const std::vector<Message>&)> then) {
  calls_.history(peer_, before, read_limit,
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
  if (place <= marked_ || !conversation_.loaded() || !conversation_.at_end()) return;
  marked_ = place;
  calls_.mark_read(peer_, place, [](const sdk::Status&) {});
}

ConversationLoader::Outside ConversationLoader::outside() const {
  if (conversation_.messages().empty()) return {};
  const auto rows = [&](std::uint64_t places) {
    return static_cast<std::int64_t>(std::max<std::uint64_t>(places / apart_, 1));
  };
  return {conversation_.complete() ? 0 : rows(conversation_.oldest_place() - 1),
          conversation_.at_end() ? 0 : rows(conversation_.end() - conversation_.newest_place())};
}

std::uint64_t ConversationLoader::place_away(std::int64_t rows) const {
  const auto away = static_cast<std::uint64_t>(rows < 0 ? -rows : rows) * apart_, oldest = conversation_.oldest_place();
  if (rows >= 0) return conversation_.newest_place() + away;
  return away < oldest ? oldest - away : 1;
}

}  // namespace p2pchat::wx_gui
