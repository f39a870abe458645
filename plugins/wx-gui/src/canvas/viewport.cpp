// SPDX-License-Identifier: MIT
#include "canvas/viewport.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

Viewport::Viewport(const RowHeights& rows, KeyOf key_of, RowOf row_of)
    : rows_(rows), key_of_(std::move(key_of)), row_of_(std::move(row_of)) {}

std::int64_t Viewport::top() const {
  const auto end = rows_.total() - height_;
  if (at_end_ || rows_.size() == 0) return end;
  const auto row = std::min(row_of_(key_), rows_.size() - 1);
  return std::min(rows_.top(row) + offset_, end);
}

void Viewport::scroll_to(std::int64_t top) {
  if (rows_.size() == 0) return;
  const auto end = rows_.total() - height_;
  at_end_ = top >= end && !more_below_;
  if (at_end_) return;
  const auto wanted = std::clamp<std::int64_t>(top, 0, std::max<std::int64_t>(end, 0));
  const auto row = rows_.row_at(wanted);
  key_ = key_of_(row);
  offset_ = wanted - rows_.top(row);
}

void Viewport::set_more_below(bool more) {
  if (more_below_ == more) return;
  const auto here = top();
  more_below_ = more;
  if (at_end_ || here >= rows_.total() - height_) scroll_to(here);
}

void Viewport::show_row(std::size_t row) { scroll_to(rows_.top(row) - height_ / 3); }

}  // namespace p2pchat::wx_gui
