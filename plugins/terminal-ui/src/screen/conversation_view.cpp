// SPDX-License-Identifier: MIT
#include "screen/conversation_view.hpp"

#include "text/glyphs.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <utility>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::uint32_t page_size = 100, search_page = 500, most_unread = 1000;
constexpr std::size_t furthest = 20'000;  // messages fetched to reach one that was found

}  // namespace

void ConversationView::open(const sdk::Id& peer, std::uint64_t place) {
  if (peer_ == peer && place == 0) return;
  close();
  peer_ = peer;
  target_ = place;
  fetch_newest();
}

void ConversationView::close() {
  peer_.reset();
  conversation_ = {};
  rows_.clear();
  found_.reset();
  focus_.reset();
  scroll_ = 0;
  below_ = 0;
  dirty_ = true;
  fetching_ = false;
  ++opening_;
  unread_from_ = read_up_to_ = target_ = 0;
}

void ConversationView::fetch_newest() {
  fetching_ = true;
  // All that is unread, within reason, so that the mark before it stands in its place.
  const auto* person = desk_.feed.book().find(*peer_);
  const auto unread = person ? std::min<std::uint64_t>(person->unread + 20, most_unread) : 0;
  const auto count =
      static_cast<std::uint32_t>(std::max<std::uint64_t>({page_size, unread, conversation_.messages().size()}));
  desk_.feed.calls().history(*peer_, 0, count,
                             [this, count, opening = opening_](const sdk::Status& status, const MessagePage& page) {
                               if (opening != opening_) return;
                               if (!status.ok()) desk_.say(status.text, Style::bad);
                               came(page, count, true);
                             });
}

void ConversationView::fetch_older(std::uint32_t count) {
  if (fetching_ || !peer_ || !conversation_.loaded() || conversation_.complete()) return;
  fetching_ = true;
  desk_.feed.calls().history(*peer_, conversation_.oldest_place(), count,
                             [this, count, opening = opening_](const sdk::Status& status, const MessagePage& page) {
                               if (opening != opening_) return;
                               if (!status.ok()) desk_.say(status.text, Style::bad);
                               came(page, count, false);
                             });
}

void ConversationView::came(const MessagePage& page, std::uint32_t asked, bool newest) {
  fetching_ = false;
  dirty_ = true;
  const bool complete = page.messages.size() < asked;
  const bool first = !conversation_.loaded();
  if (newest)
    conversation_.reset(page.messages, complete);
  else
    conversation_.prepend(page.messages, complete);
  if (first && (unread_from_ = conversation_.first_unread()) != 0 && target_ == 0)
    focus_ = std::ranges::find(conversation_.messages(), unread_from_, &Message::place)->id;
  if (target_ != 0) go_to_target();
  mark_read();
}

void ConversationView::go_to_target() {
  const auto& messages = conversation_.messages();
  if (conversation_.oldest_place() > target_ && !conversation_.complete()) {
    if (messages.size() < furthest) return fetch_older(search_page);
    desk_.say("that message is too far back to scroll to", Style::bad);
  }
  const auto found = std::ranges::find(messages, target_, &Message::place);
  target_ = 0;
  if (found == messages.end()) return;
  found_ = focus_ = found->id;
}

/// A message that was searched for stands in the middle; what is unread is read from its beginning.
void ConversationView::bring_into_sight() {
  const auto row = std::ranges::find(rows_, *std::exchange(focus_, std::nullopt), &TimelineRow::message);
  const int from_end = static_cast<int>(rows_.end() - row);
  scroll_ = std::max(0, from_end - (found_ ? std::max(1, height_ / 2) : height_));
  mark_read();
}

void ConversationView::hear(const Event& event) {
  const auto* added = std::get_if<MessageAdded>(&event);
  const auto* changed = std::get_if<MessageChanged>(&event);
  if (!peer_ || (!added && !changed)) return;
  const auto& message = added ? added->message : changed->message;
  if (message.peer != *peer_) return;
  switch (conversation_.take(message)) {
    case Conversation::Effect::nothing:
    case Conversation::Effect::beyond:  // what is here always reaches the newest
      return;
    case Conversation::Effect::reload:
      if (!fetching_) fetch_newest();
      return;
    case Conversation::Effect::grew:
      if (message.incoming() && scroll_ > 0) ++below_;
      if (!message.incoming()) unread_from_ = 0, to_end();
      break;
    case Conversation::Effect::changed:
      break;
  }
  dirty_ = true;
  mark_read();
}

void ConversationView::mark_read() {
  if (!visible_ || scroll_ > 0 || focus_ || !peer_) return;
  const auto newest = conversation_.newest_place();
  if (conversation_.first_unread() == 0 || newest <= read_up_to_) return;
  read_up_to_ = newest;
  desk_.feed.calls().mark_read(*peer_, newest, [](const sdk::Status&) {});
}

void ConversationView::set_visible(bool visible) {
  visible_ = visible;
  mark_read();
}

void ConversationView::scroll(int by) {
  found_.reset();
  const int highest = std::max(0, static_cast<int>(rows_.size()) - height_);
  scroll_ = std::clamp(scroll_ + by, 0, highest);
  if (scroll_ + height_ >= highest) fetch_older(page_size);
  if (scroll_ > 0) return;
  below_ = 0;
  mark_read();
}

void ConversationView::retry() { act_on(sdk::State::failed, Verb::retry, "no message here has failed"); }
void ConversationView::cancel() { act_on(sdk::State::queued, Verb::cancel, "no message here waits"); }

void ConversationView::act_on(sdk::State state, Verb verb, std::string_view none) {
  const auto* message = conversation_.newest_mine(state);
  if (!message) return desk_.say(std::string(none), Style::plain);
  desk_.run({verb, verb == Verb::retry ? "/retry" : "/cancel", wire::to_hex(message->id), {}, {}, 0, 0});
}

TimelineLayout ConversationView::layout(int width) const {
  TimelineLayout layout;
  layout.theirs = desk_.feed.book().name_of(*peer_);
  layout.unread_from = unread_from_;
  layout.marks = width < 56;
  layout.text_width = std::max(8, width - 8 - (name_width_ ? name_width_ + 1 : 0));
  return layout;
}

void ConversationView::rebuild(int width) {
  name_width_ = width < 44 ? 0 : std::clamp(columns(desk_.feed.book().name_of(*peer_)), 3, 12);
  // The row at the bottom stays there: rows may be added above and below it.
  const bool at_end = scroll_ == 0 || rows_.empty();
  const auto bottom =
      at_end ? rows_.end() : rows_.end() - 1 - std::min<int>(scroll_, static_cast<int>(rows_.size()) - 1);
  const auto anchor = at_end ? sdk::Id{} : bottom->message;
  const auto same = [&](const TimelineRow& row) { return row.message == anchor; };
  const auto after = at_end ? 0 : std::count_if(bottom, rows_.end(), same);
  rows_ = lay_out(conversation_.messages(), layout(width));
  width_ = width;
  dirty_ = false;
  if (at_end) return;
  const auto last = std::find_if(rows_.rbegin(), rows_.rend(), same);
  if (last != rows_.rend()) scroll_ = static_cast<int>(last - rows_.rbegin()) + static_cast<int>(after) - 1;
}

void ConversationView::draw(Grid& grid, const Rect& rect) {
  if (!peer_) return;
  height_ = rect.rows;
  if (dirty_ || rect.columns != width_) rebuild(rect.columns);
  if (focus_) bring_into_sight();
  const int count = static_cast<int>(rows_.size());
  scroll_ = std::clamp(scroll_, 0, std::max(0, count - height_));
  if (count < height_ + scroll_ + 1) fetch_older(page_size);
  const int first = std::max(0, count - height_ - scroll_), shown = std::min(height_, count - first);
  for (int i = 0; i < shown; ++i)
    draw_row(grid, {rect.row + height_ - shown + i, rect.column, 1, rect.columns},
             rows_[static_cast<std::size_t>(first + i)]);
  if (rows_.empty() && conversation_.loaded())
    grid.put(rect.row + rect.rows - 1, rect.column + 1, "nothing said yet", Style::dim, rect.columns - 2);
  if (scroll_ == 0) return;
  const auto text = below_ ? " " + std::to_string(below_) + " new below ↓ " : std::string(" more below ↓ ");
  grid.put(rect.row + rect.rows - 1, rect.column + rect.columns - columns(text) - 1, text,
           below_ ? Style::unread : Style::bar, columns(text));
}

void ConversationView::draw_row(Grid& grid, const Rect& rect, const TimelineRow& row) const {
  const int text_column = rect.column + 7 + (name_width_ ? name_width_ + 1 : 0);
  const bool is_line = row.kind == TimelineRow::Kind::day || row.kind == TimelineRow::Kind::unread;
  if (is_line) {
    const auto style = row.kind == TimelineRow::Kind::day ? Style::dim : Style::unread;
    const auto text = row.kind == TimelineRow::Kind::day ? "── " + row.text + " ──" : "──── " + row.text + " ────";
    const int indent = std::max(0, (rect.columns - columns(text)) / 2);
    grid.put(rect.row, rect.column + indent, text, style, rect.columns - indent);
    return;
  }
  grid.put(rect.row, rect.column + 1, row.time, Style::dim, 5);
  if (name_width_)
    grid.put(rect.row, rect.column + 7, clipped(row.name, name_width_), row.incoming ? Style::accent : Style::dim,
             name_width_);
  const auto plain = name_width_ == 0 && row.incoming ? Style::accent : Style::plain;
  const auto style = row.kind == TimelineRow::Kind::reason ? (row.how == sdk::State::failed ? Style::bad : Style::dim)
                     : found_ == row.message               ? Style::selected
                                                           : plain;
  grid.put(rect.row, text_column, row.text, style, rect.columns - (text_column - rect.column));
  const auto look = row.how == sdk::State::failed ? Style::bad : row.how == sdk::State::read ? Style::good : Style::dim;
  grid.put(rect.row, rect.column + rect.columns - 1 - columns(row.state), row.state, look, columns(row.state));
}

}  // namespace p2pchat::terminal_ui
