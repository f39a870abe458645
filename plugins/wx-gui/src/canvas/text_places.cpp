// SPDX-License-Identifier: MIT
#include "canvas/text_places.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

std::u32string_view text_of(const TextLayout& layout, const TextLine& line) {
  return std::u32string_view(layout.text).substr(line.begin, line.end - line.begin);
}

const TextLine& line_at(const TextLayout& layout, double y) {
  const auto last = static_cast<double>(layout.lines.size()) - 1;
  return layout.lines[static_cast<std::size_t>(std::clamp(y / layout.line_height, 0.0, last))];
}

bool is_word(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::size_t boundary_at(const TextLayout& layout, double x, double y, TextMeasure& measure) {
  if (y < 0) return 0;
  if (y >= layout.height()) return layout.text.size();
  const auto& line = line_at(layout, y);
  const auto ends = measure.ends(text_of(layout, line));
  for (auto at = line.begin; at < line.end;) {
    const auto next = std::min(boundary_after(layout.text, at), line.end);
    const auto left = at > line.begin ? ends[at - line.begin - 1] : 0, right = ends[next - line.begin - 1];
    if (x < (left + right) / 2) return at;
    at = next;
  }
  return line.end;
}

std::size_t character_at(const TextLayout& layout, double x, double y, TextMeasure& measure) {
  if (x < 0 || y < 0 || y >= layout.height()) return layout.text.size();
  const auto& line = line_at(layout, y);
  const auto ends = measure.ends(text_of(layout, line));
  const auto found = std::ranges::upper_bound(ends, x);
  return found == ends.end() ? layout.text.size() : line.begin + static_cast<std::size_t>(found - ends.begin());
}

std::size_t boundary_after(std::u32string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  do ++at;
  while (at < text.size() && inside_character(text, at));
  return at;
}

std::size_t boundary_before(std::u32string_view text, std::size_t at) {
  if (at == 0) return 0;
  do --at;
  while (at > 0 && inside_character(text, at));
  return at;
}

TextSpan word_at(std::u32string_view text, std::size_t at) {
  if (at >= text.size()) return {text.size(), text.size()};
  TextSpan word{at, at};
  while (word.begin > 0 && is_word(text[word.begin - 1]) && is_word(text[at])) --word.begin;
  while (word.end < text.size() && is_word(text[word.end])) ++word.end;
  if (word.end == at) return {at, boundary_after(text, at)};
  return word;
}

std::vector<Box> boxes_of(const TextLayout& layout, const TextSpan& part, TextMeasure& measure) {
  std::vector<Box> boxes;
  for (std::size_t i = 0; i < layout.lines.size(); ++i) {
    const auto& line = layout.lines[i];
    const auto begin = std::max(part.begin, line.begin), end = std::min(part.end, line.end);
    if (begin >= end) continue;
    const auto ends = measure.ends(text_of(layout, line));
    const auto left = begin > line.begin ? ends[begin - line.begin - 1] : 0;
    boxes.push_back(
        {left, static_cast<double>(i) * layout.line_height, ends[end - line.begin - 1] - left, layout.line_height});
  }
  return boxes;
}

}  // namespace p2pchat::wx_gui
