// SPDX-License-Identifier: MIT
#include "canvas/paging.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t kept_rows = 500;  // on either side of the view

RowRange around(const PagingState& state, std::size_t margin) {
  return {state.shown.begin - std::min(state.shown.begin, margin), std::min(state.rows, state.shown.end + margin)};
}

}  // namespace

PagingStep next_step(const PagingState& state) {
  using Fetch = PagingStep::Fetch;
  const auto near = around(state, ahead_rows);
  const bool older = !state.complete && near.begin == 0, newer = !state.at_end && near.end == state.rows;
  // Of two the one that is nearer to the view.
  const bool rather_newer = newer && (!older || state.rows - state.shown.end < state.shown.begin);
  return {rather_newer ? Fetch::newer : older ? Fetch::older : Fetch::nothing, around(state, kept_rows)};
}

}  // namespace p2pchat::wx_gui
