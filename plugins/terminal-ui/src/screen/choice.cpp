// SPDX-License-Identifier: MIT
#include "screen/choice.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {

void Choice::settle(const std::vector<sdk::Id>& things, int by) {
  const auto found = chosen_ ? std::ranges::find(things, *chosen_) : things.end();
  if (found != things.end()) index_ = static_cast<int>(found - things.begin());
  index_ = std::clamp(index_ + by, 0, std::max(0, static_cast<int>(things.size()) - 1));
  chosen_ = things.empty() ? std::nullopt : std::optional(things[static_cast<std::size_t>(index_)]);
}

int Choice::top(int row, int height) {
  if (row < top_) top_ = row;
  if (row >= top_ + height) top_ = row + 1 - height;
  return top_;
}

}  // namespace p2pchat::terminal_ui
