// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/row_shape.hpp"

/// Between points of a text that has been laid out and its characters. Points are pixels from its left top corner.
namespace p2pchat::wx_gui {

/// Characters of a text from `begin` up to, not including, `end`.
struct TextSpan {
  std::size_t begin = 0, end = 0;
  bool empty() const { return begin >= end; }
  bool holds(std::size_t at) const { return at >= begin && at < end; }
  bool operator==(const TextSpan&) const = default;
};

/// The boundary between characters that is nearest to a point, which may lie outside the text.
std::size_t boundary_at(const TextLayout& layout, double x, double y, TextMeasure& measure);
/// The character under a point; the length of the text where there is none.
std::size_t character_at(const TextLayout& layout, double x, double y, TextMeasure& measure);
/// The boundary after (or before) one, over everything that is read as one character; at an end it stays.
std::size_t boundary_after(std::u32string_view text, std::size_t at);
std::size_t boundary_before(std::u32string_view text, std::size_t at);
/// The word around a character: letters and digits that stand together, or what is read as the one character.
TextSpan word_at(std::u32string_view text, std::size_t at);
/// What a part of the text covers, a box for each line.
std::vector<Box> boxes_of(const TextLayout& layout, const TextSpan& part, TextMeasure& measure);

}  // namespace p2pchat::wx_gui
