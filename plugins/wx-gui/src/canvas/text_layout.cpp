// SPDX-License-Identifier: MIT
#include "canvas/text_layout.hpp"

#include "presented.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr std::size_t longest_measured = 2000;  // shaping a longer line at once takes a person's time

std::vector<double> measured(std::u32string_view line, TextMeasure& measure) {
  std::vector<double> ends;
  for (std::size_t at = 0; at < line.size(); at += longest_measured) {
    const auto offset = ends.empty() ? 0 : ends.back();
    for (const auto end : measure.ends(line.substr(at, longest_measured))) ends.push_back(offset + end);
  }
  return ends;
}

}  // namespace

std::u32string decoded(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    out += point.value;
    at += point.length;
  }
  return out;
}

TextLayout lay_out(std::string_view text, double width, TextMeasure& measure) {
  TextLayout layout;
  layout.text = decoded(text);
  layout.line_height = measure.line_height(layout.text);
  const std::u32string_view all = layout.text;
  for (std::size_t begin = 0; begin <= all.size();) {
    const auto end = std::min(all.find(U'\n', begin), all.size());
    const auto paragraph = all.substr(begin, end - begin);
    for (auto line : break_lines(paragraph, measured(paragraph, measure), width)) {
      layout.width = std::max(layout.width, line.width);
      layout.lines.push_back({begin + line.begin, begin + line.end, line.width});
    }
    begin = end + 1;
  }
  return layout;
}

}  // namespace p2pchat::wx_gui
