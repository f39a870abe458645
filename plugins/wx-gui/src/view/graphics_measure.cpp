// SPDX-License-Identifier: MIT
#include "view/graphics_measure.hpp"

#include "view/text.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

/// Whether a letter may come from another font than the one that was asked for: all up to arrows are in that one.
bool is_beyond_latin(char32_t letter) { return letter > U'\u21FF'; }

}  // namespace

std::vector<double> GraphicsMeasure::ends(std::u32string_view line) {
  auto ends = letters_.ends(type_, shown(line));
  ends.resize(line.size(), ends.empty() ? 0 : ends.back());
  return ends;
}

double GraphicsMeasure::line_height(std::u32string_view text) {
  return letters_.line_height(type_, std::ranges::any_of(text, is_beyond_latin) ? Script::any : Script::latin);
}

}  // namespace p2pchat::wx_gui
