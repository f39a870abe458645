// SPDX-License-Identifier: MIT
#include "view/graphics_measure.hpp"

#include "view/text.hpp"

namespace p2pchat::wx_gui {

std::vector<double> GraphicsMeasure::ends(std::u32string_view line) {
  auto ends = letters_.ends(type_, shown(line));
  ends.resize(line.size(), ends.empty() ? 0 : ends.back());
  return ends;
}

}  // namespace p2pchat::wx_gui
