// SPDX-License-Identifier: MIT
#include "screen/composer.hpp"

#include "screen/editing.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::size_t most_recalled = 100;

}  // namespace

bool Composer::has_draft(const sdk::Id& peer) const {
  const auto found = drafts_.find(peer);
  return found != drafts_.end() && !found->second.empty();
}

bool Composer::has_drafts() const {
  return std::ranges::any_of(drafts_, [](const auto& draft) { return !draft.second.empty(); });
}

std::string_view Composer::text() const {
  const auto found = drafts_.find(peer_);
  return found == drafts_.end() ? std::string_view() : found->second.text();
}

std::string Composer::take() {
  auto text = buffer().text();
  buffer().clear();
  recalled_ = 0;
  if (!text.empty() && (sent_.empty() || sent_.back() != text)) sent_.push_back(text);
  if (sent_.size() > most_recalled) sent_.pop_front();
  return text;
}

void Composer::give_back(const sdk::Id& peer, std::string_view text) {
  if (drafts_[peer].empty()) drafts_[peer].set(text);
}

bool Composer::key(const Key& key) {
  switch (key.code) {
    case Key::Code::up:
      return buffer().up(text_width(width_)) || recall(1);
    case Key::Code::down:
      return buffer().down(text_width(width_)) || recall(-1);
    default:
      return edit(buffer(), key);
  }
}

bool Composer::recall(int by) {
  if (by > 0 ? recalled_ >= sent_.size() : recalled_ == 0) return false;
  if (recalled_ == 0) put_aside_ = buffer().text();
  recalled_ = by > 0 ? recalled_ + 1 : recalled_ - 1;
  buffer().set(recalled_ == 0 ? put_aside_ : sent_[sent_.size() - recalled_]);
  return true;
}

int Composer::rows(int width, int most) const {
  return std::clamp(static_cast<int>(wrap(text(), text_width(width)).size()), 1, std::max(1, most));
}

void Composer::draw(Grid& grid, const Rect& rect, bool focused) {
  width_ = rect.columns;
  const auto& edited = buffer();
  const std::string_view whole = edited.text();
  const auto rows = wrap(whole, text_width(width_));
  const auto here = row_of(rows, edited.cursor());
  const auto height = static_cast<std::size_t>(std::max(rect.rows, 1));
  top_ = std::min(top_, rows.size() - std::min(rows.size(), height));
  if (here < top_) top_ = here;
  if (here >= top_ + height) top_ = here + 1 - height;
  for (std::size_t i = top_; i < std::min(rows.size(), top_ + height); ++i) {
    const int row = rect.row + static_cast<int>(i - top_);
    if (i == 0) grid.put(row, rect.column + 1, ">", focused ? Style::accent : Style::dim, 1);
    grid.put(row, rect.column + 3, whole.substr(rows[i].begin, rows[i].end - rows[i].begin), Style::plain,
             rect.columns - 3);
  }
  if (!focused) return;
  const int column = columns(whole.substr(rows[here].begin, edited.cursor() - rows[here].begin));
  grid.place_cursor(rect.row + static_cast<int>(here - top_), rect.column + 3 + std::min(column, text_width(width_)));
}

}  // namespace p2pchat::terminal_ui
