// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <cstdint>

namespace p2pchat::wx_gui {

/// What a scrollbar shows of a conversation, in pixels: the rows that are loaded, and on either side as many as are
/// likely to be there, each as high as those that are loaded are on average.
struct ScrollRange {
  std::int64_t older = 0, newer = 0;  ///< rows outside
  std::int64_t loaded = 0, rows = 0;  ///< pixels and number of those that are loaded

  std::int64_t before() const { return older * row(); }
  std::int64_t total() const { return before() + loaded + newer * row(); }
  /// By how much to divide pixels so that all are at most `longest`.
  double scale(std::int64_t longest) const {
    return std::max(1.0, static_cast<double>(total()) / static_cast<double>(longest));
  }
  /// How many rows above the first that is loaded (negative) or below the last a place is; 0: it is among them.
  std::int64_t rows_away(std::int64_t y) const {
    if (y < before()) return -((before() - y + row() - 1) / row());
    const auto below = y - before() - loaded;
    return below < 0 ? 0 : below / row() + 1;
  }

 private:
  std::int64_t row() const { return rows ? std::max<std::int64_t>(loaded / rows, 1) : 1; }
};

}  // namespace p2pchat::wx_gui
