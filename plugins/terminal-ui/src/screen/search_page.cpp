// SPDX-License-Identifier: MIT
#include "screen/search_page.hpp"

#include "presented.hpp"
#include "screen/editing.hpp"
#include "text/clock.hpp"
#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::uint32_t found_at_once = 50;

}  // namespace

void SearchPage::set_scope(std::optional<sdk::Id> peer) {
  if (peer) other_scope_ = peer;
  if (scope_ == peer) return;
  scope_ = peer;
  searched_.clear();
}

void SearchPage::search(std::string_view words) {
  words_.set(words);
  searched_ = words;
  found_.clear();
  chosen_.reset();
  top_ = 0;
  ++search_;
  fetching_ = false;
  if (!words.empty()) fetch(0);
}

void SearchPage::fetch(std::uint64_t before) {
  if (fetching_) return;
  fetching_ = true;
  desk_.feed.calls().search(searched_, scope_.value_or(sdk::Id{}), before, found_at_once,
                            [this, search = search_](const sdk::Status& status, const MessagePage& page) {
                              if (search != search_) return;
                              fetching_ = false;
                              if (!status.ok()) return desk_.say(status.text, Style::bad);
                              found_.insert(found_.end(), page.messages.begin(), page.messages.end());
                              next_ = page.next;
                              if (!chosen_ && !found_.empty()) chosen_ = 0;
                            });
}

void SearchPage::enter() {
  if (searched_ != words_.text()) return search(std::string(words_.text()));
  if (chosen_ && *chosen_ < found_.size()) desk_.open(found_[*chosen_].peer, found_[*chosen_].place);
}

void SearchPage::move(int by) {
  if (!chosen_) return;
  const auto last = static_cast<int>(found_.size()) - 1;
  chosen_ = static_cast<std::size_t>(std::clamp(static_cast<int>(*chosen_) + by, 0, last));
  if (static_cast<int>(*chosen_) == last && next_ != 0) fetch(next_);
}

bool SearchPage::key(const Key& key) {
  switch (key.code) {
    case Key::Code::enter:
      enter();
      return true;
    case Key::Code::up:
      move(-1);
      return true;
    case Key::Code::down:
      move(1);
      return true;
    case Key::Code::page_up:
      move(-10);
      return true;
    case Key::Code::page_down:
      move(10);
      return true;
    case Key::Code::tab:
      set_scope(scope_ ? std::nullopt : other_scope_);
      return true;
    default:
      return edit(words_, key);
  }
}

void SearchPage::draw_field(Grid& grid, const Rect& rect) {
  const auto where = scope_ ? "in " + visible_line(desk_.feed.book().name_of(*scope_)) : std::string("everywhere");
  int at = rect.column + 1;
  at += grid.put(rect.row, at, "Search " + clipped(where, 20) + ": ", Style::accent, rect.columns - 2);
  const auto text = visible_line(words_.text());
  const int room = rect.column + rect.columns - 1 - at;
  // Of a text that is too long, the part before the cursor is shown.
  const auto before = visible_line(words_.text().substr(0, words_.cursor()));
  const int cursor = columns(before);
  if (cursor < room) {
    grid.put(rect.row, at, text, Style::plain, room);
    return grid.place_cursor(rect.row, at + cursor);
  }
  const auto all = glyphs(before);
  auto first = all.size();
  for (int width = 0; first > 0 && width + all[first - 1].width < room;) width += all[--first].width;
  const auto from = first < all.size() ? before.substr(all[first].begin) : std::string();
  grid.put(rect.row, at, from, Style::plain, room);
  grid.place_cursor(rect.row, at + columns(from));
}

void SearchPage::draw(Grid& grid, const Rect& rect) {
  draw_field(grid, {rect.row, rect.column, 1, rect.columns});
  grid.fill({rect.row + 1, rect.column, 1, rect.columns}, "─", Style::dim);
  const auto height = static_cast<std::size_t>(std::max(1, rect.rows - 2));
  const auto here = chosen_.value_or(0);
  if (here < top_) top_ = here;
  if (here >= top_ + height) top_ = here + 1 - height;
  for (std::size_t i = top_; i < std::min(found_.size(), top_ + height); ++i) {
    const int row = rect.row + 2 + static_cast<int>(i - top_);
    const auto style = chosen_ == i ? Style::selected : Style::plain;
    const auto who =
        found_[i].incoming() ? visible_line(desk_.feed.book().name_of(found_[i].peer)) : std::string("you");
    grid.fill({row, rect.column, 1, rect.columns}, " ", style);
    const auto date = date_text(found_[i].time_ms);
    const auto when = rect.columns < 60 ? date.substr(5, 5) : date;
    int at = rect.column + 1;
    at += grid.put(row, at, when, chosen_ == i ? style : Style::dim, 16) + 2;
    at += grid.put(row, at, padded(who, 8), style, 8) + 2;
    const int room = rect.column + rect.columns - 1 - at;
    grid.put(row, at, clipped(visible_line(found_[i].body), room), style, room);
  }
  if (found_.empty() && !searched_.empty() && !fetching_)
    grid.put(rect.row + 3, rect.column + 2, "Nothing found.", Style::dim, rect.columns - 3);
}

}  // namespace p2pchat::terminal_ui
