// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/row_heights.hpp"

#include <functional>

namespace p2pchat::wx_gui {

/// Which part of a list is on show: held to a row, not to a place in pixels, so that rows which come in front or get
/// another height do not move what is being read.
///
/// A row is named by a key that stays when rows come in front (the place of its message). At the end it stays there,
/// unless the list goes on below with rows that are not there yet.
class Viewport {
 public:
  using KeyOf = std::function<std::uint64_t(std::size_t row)>;
  using RowOf = std::function<std::size_t(std::uint64_t key)>;
  Viewport(const RowHeights& rows, KeyOf key_of, RowOf row_of);

  void set_height(std::int64_t pixels) { height_ = pixels; }
  std::int64_t height() const { return height_; }
  /// Where the view begins, in pixels of the whole list; negative when the list is shorter than the view.
  std::int64_t top() const;
  void scroll_to(std::int64_t top);
  void scroll_by(std::int64_t pixels) { scroll_to(top() + pixels); }
  void scroll_to_end() { at_end_ = true; }
  /// Whether the list goes on below the last row. When it does not any more, a view that is there stays at the end.
  void set_more_below(bool more);
  /// Puts a row a third down the view.
  void show_row(std::size_t row);
  bool at_end() const { return at_end_; }
  /// The rows on show, both included. There must be rows.
  std::size_t first_row() const { return rows_.row_at(top()); }
  std::size_t last_row() const { return rows_.row_at(top() + height_ - 1); }

 private:
  const RowHeights& rows_;
  KeyOf key_of_;
  RowOf row_of_;
  std::int64_t height_ = 0;
  bool at_end_ = true, more_below_ = false;
  std::uint64_t key_ = 0;
  std::int64_t offset_ = 0;  // from the top of that row to the top of the view
};

}  // namespace p2pchat::wx_gui
