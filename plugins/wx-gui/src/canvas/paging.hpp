// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>

namespace p2pchat::wx_gui {

/// Rows from `begin` up to, not including, `end`.
struct RowRange {
  std::size_t begin = 0, end = 0;
  bool operator==(const RowRange&) const = default;
};

/// How many rows are in memory, and which of them are on show.
struct PagingState {
  std::size_t rows = 0;
  RowRange shown;
  bool complete = false;  ///< nothing older lies in the store
  bool at_end = true;     ///< nothing newer does
};

/// What to do next.
struct PagingStep {
  enum class Fetch { nothing, older, newer };
  Fetch fetch = Fetch::nothing;  ///< the page before the first row, or after the last
  RowRange keep;                 ///< rows that stay in memory; all others may go
};

inline constexpr std::size_t page_rows = 100;
inline constexpr std::size_t ahead_rows = 40;  ///< fetched before they come on show

/// Keeps the rows near the view, and asks for what the view comes near to.
PagingStep next_step(const PagingState& state);

}  // namespace p2pchat::wx_gui
