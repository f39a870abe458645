// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <functional>
#include <optional>

namespace p2pchat::wx_gui {

/// Rows from `begin` up to, not including, `end`.
struct RowRange {
  std::size_t begin = 0, end = 0;
  bool operator==(const RowRange&) const = default;
};

/// What of a conversation is known and on show.
struct PagingState {
  std::size_t rows = 0;
  RowRange shown;
  bool complete = false;  ///< nothing older lies in the store
  bool fetching = false;  ///< a page is under way
};

/// What to do next.
struct PagingStep {
  bool fetch_older = false;      ///< the page before the oldest row
  std::optional<RowRange> fill;  ///< rows whose texts are to be fetched again: a page, some of it near the view
  RowRange keep;                 ///< rows whose texts stay in memory; all others may go
};

inline constexpr std::size_t page_rows = 100;

/// Keeps the texts of the rows near the view, and asks for what the view comes near to.
PagingStep next_step(const PagingState& state, const std::function<bool(std::size_t row)>& has_text);

}  // namespace p2pchat::wx_gui
