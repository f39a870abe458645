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

/// A whole page of rows without texts, `row` among them, as far as there are so many in one piece: where one is lacking
/// others mostly are, and a page costs hardly more than a row.
RowRange page_with(std::size_t row, std::size_t rows, const std::function<bool(std::size_t row)>& has_text) {
  RowRange page{row, row + 1};
  const auto has_room = [&page] { return page.end - page.begin < page_rows; };
  while (has_room() && page.end < rows && !has_text(page.end)) ++page.end;
  while (has_room() && page.begin > 0 && !has_text(page.begin - 1)) --page.begin;
  return page;
}

}  // namespace

PagingStep next_step(const PagingState& state, const std::function<bool(std::size_t row)>& has_text) {
  PagingStep step;
  step.keep = around(state, kept_rows);
  if (state.fetching) return step;
  const auto near = around(state, ahead_rows);
  for (auto row = near.begin; row < near.end; ++row) {
    if (has_text(row)) continue;
    step.fill = page_with(row, state.rows, has_text);
    return step;
  }
  step.fetch_older = !state.complete && near.begin == 0;
  return step;
}

}  // namespace p2pchat::wx_gui
