// SPDX-License-Identifier: MIT
#include "canvas/page_around.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

PageAround::PageAround(std::uint64_t place, std::uint64_t reach, std::uint64_t end)
    : place_(place), end_(end), near_(1) {
  set_before(std::max<std::uint64_t>(reach, 2));
}

void PageAround::set_before(std::uint64_t distance) {
  const bool beyond = place_ >= end_ || distance > end_ - place_;
  before_ = beyond && !far_ ? 0 : place_ + distance;
}

bool PageAround::fits(std::uint64_t oldest, std::uint64_t newest, bool complete) {
  const bool reaches = complete || oldest <= place_;
  if (reaches && (before_ == 0 || newest > place_)) return true;
  if (reaches)
    near_ = before_ - place_;
  else
    far_ = (before_ ? before_ : newest + 1) - place_;
  if (far_ && far_ <= near_ + 1) return true;  // the store changed meanwhile
  set_before(far_ ? near_ + (far_ - near_) / 2 : near_ * 2);
  return false;
}

}  // namespace p2pchat::wx_gui
