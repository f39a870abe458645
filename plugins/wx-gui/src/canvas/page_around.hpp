// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>

namespace p2pchat::wx_gui {

/// Finds the page with a place in it and something newer behind it, in a store that is only asked for the newest
/// messages below a bound. How far apart messages are is a guess: the bound is doubled while nothing newer comes, and
/// halved while so much comes that the page does not reach down to the place.
class PageAround {
 public:
  /// `reach` is how far above the place to ask first, `end` where the newest message is known to be.
  PageAround(std::uint64_t place, std::uint64_t reach, std::uint64_t end);
  std::uint64_t place() const { return place_; }
  /// What to ask below; 0: from the newest on.
  std::uint64_t before() const { return before_; }
  /// Whether the page that was asked for will do; `complete` when nothing is older. If not, `before` is another one.
  bool fits(std::uint64_t oldest, std::uint64_t newest, bool complete);

 private:
  void set_before(std::uint64_t distance);
  std::uint64_t place_, end_;
  std::uint64_t before_ = 0;
  std::uint64_t near_;     // how far above the place a bound was that is too near to it
  std::uint64_t far_ = 0;  // and one that is too far; 0: none yet
};

}  // namespace p2pchat::wx_gui
