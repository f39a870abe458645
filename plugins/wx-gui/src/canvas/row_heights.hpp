// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <cstdint>
#include <vector>

namespace p2pchat::wx_gui {

/// The heights of the rows of a list, in pixels: where each begins and which is at a place, in O(log n).
///
/// A Fenwick tree (Fenwick 1994) over more slots than rows, with room at both ends: older rows come in front, newer
/// ones behind. When an end is full the tree is built anew: with the rows in its middle, and twice as large if they
/// fill more than half of it.
class RowHeights {
 public:
  RowHeights() { clear(); }
  void clear();
  std::size_t size() const { return count_; }
  void push_front(std::int64_t height);
  void push_back(std::int64_t height);
  /// Takes away the first `count` rows.
  void drop_front(std::size_t count);
  /// Takes away the last rows, so that `count` stay.
  void shorten(std::size_t count);
  void set(std::size_t row, std::int64_t height);
  std::int64_t height(std::size_t row) const { return heights_[first_ + row]; }
  /// Where a row begins; of `size()` the end of the last.
  std::int64_t top(std::size_t row) const;
  std::int64_t total() const { return top(count_); }
  /// What it has room for, both ends together.
  std::size_t slots() const { return heights_.size(); }
  /// The row at a place: the first one above the beginning, the last one below the end. There must be rows.
  std::size_t row_at(std::int64_t y) const;

 private:
  void grow();
  void add(std::size_t slot, std::int64_t difference);
  std::int64_t sum(std::size_t slots) const;
  std::vector<std::int64_t> heights_, tree_;  // by slot; `tree_` from 1
  std::size_t first_ = 0, count_ = 0;
};

}  // namespace p2pchat::wx_gui
