// SPDX-License-Identifier: MIT
#include "canvas/paging.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t ahead_rows = 40;   // asked for before they come on show
constexpr std::size_t kept_rows = 1000;  // on either side of the view

RowRange around(const PagingState& state, std::size_t margin) {
  return {state.shown.begin - std::min(state.shown.begin, margin), std::min(state.rows, state.shown.end + margin)};
}

}  // namespace

PagingStep next_step(const PagingState& state, const std::function<bool(std::size_t row)>& has_text) {
  PagingStep step;
  step.keep = around(state, kept_rows);
  if (state.fetching) return step;
  const auto near = around(state, ahead_rows);
  for (auto row = near.begin; row < near.end; ++row) {
    if (has_text(row)) continue;
    // A page of the store ends at a row and goes back from there: the last lacking row of the neighbourhood is its end.
    auto end = std::min(near.end, row + page_rows);
    while (has_text(end - 1)) --end;
    step.fill = RowRange{row, end};
    return step;
  }
  step.fetch_older = !state.complete && near.begin == 0;
  return step;
}

}  // namespace p2pchat::wx_gui
