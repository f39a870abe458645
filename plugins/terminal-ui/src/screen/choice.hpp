// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <optional>
#include <vector>

namespace p2pchat::terminal_ui {

/// What is chosen in a list that changes by itself: a thing, not a row. Where it is gone, what took its place.
class Choice {
 public:
  /// Finds the chosen among the things that are there now, and moves by so many rows, stopping at the ends.
  void settle(const std::vector<sdk::Id>& things, int by = 0);
  void choose(const sdk::Id& thing) { chosen_ = thing; }
  /// As it was when last settled, which is what is on screen.
  std::optional<sdk::Id> chosen() const { return chosen_; }
  /// The row at which so many rows must begin to have the chosen in sight; moves no more than is needed.
  int top(int row, int height);

 private:
  std::optional<sdk::Id> chosen_;
  int index_ = 0, top_ = 0;
};

}  // namespace p2pchat::terminal_ui
