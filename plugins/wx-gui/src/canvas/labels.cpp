// SPDX-License-Identifier: MIT
#include "canvas/labels.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

bool touch(const Box& a, const Box& b, double gap) {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap &&
         b.y < a.y + a.height + gap;
}

}  // namespace

std::vector<std::optional<Box>> apart(const std::vector<Box>& wished, double gap, double bottom) {
  std::vector<std::optional<Box>> places;
  for (auto box : wished) {
    const auto covers = [&](const std::optional<Box>& other) { return other && touch(box, *other, gap); };
    auto other = std::ranges::find_if(places, covers);
    while (other != places.end()) {
      box.y = (*other)->y + (*other)->height + gap;
      other = std::ranges::find_if(places, covers);
    }
    places.push_back(box.y + box.height <= bottom ? std::optional(box) : std::nullopt);
  }
  return places;
}

}  // namespace p2pchat::wx_gui
