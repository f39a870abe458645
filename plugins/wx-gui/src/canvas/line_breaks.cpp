// SPDX-License-Identifier: MIT
#include "canvas/line_breaks.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

constexpr char32_t joiner = 0x200D;

bool between(char32_t c, char32_t low, char32_t high) { return c >= low && c <= high; }
bool is_flag_letter(char32_t c) { return between(c, 0x1F1E6, 0x1F1FF); }

/// What belongs to the character before it.
bool continues(char32_t c) {
  return between(c, 0x300, 0x36F) || between(c, 0x1AB0, 0x1AFF) || between(c, 0x20D0, 0x20FF) ||
         between(c, 0xFE00, 0xFE0F) || between(c, 0x1F3FB, 0x1F3FF) || between(c, 0xE0020, 0xE007F) || c == joiner;
}

bool is_ideograph(char32_t c) {
  return between(c, 0x2E80, 0x2FFF) || between(c, 0x3001, 0x30FF) || between(c, 0x3130, 0x9FFF) ||
         between(c, 0xAC00, 0xD7AF) || between(c, 0xF900, 0xFAFF) || between(c, 0xFF01, 0xFF60) ||
         between(c, 0x1F300, 0x1FAFF) || between(c, 0x20000, 0x3FFFF);
}

bool closes(char32_t c) {
  constexpr std::u32string_view all = U"!%),.:;?]}…’”、。〉》」』】〕〗！％），．：；？］｝～ー·";
  return all.find(c) != all.npos;
}

bool opens(char32_t c) {
  constexpr std::u32string_view all = U"([{‘“〈《「『【〔〖（［｛";
  return all.find(c) != all.npos;
}

class Breaking {
 public:
  Breaking(std::u32string_view text, const std::vector<double>& ends, double width)
      : text_(text), ends_(ends), width_(width) {}

  std::vector<TextLine> run() {
    for (std::size_t begin = 0; begin < text_.size();) {
      const auto end = line_end(begin);
      add(begin, end);
      begin = end;
    }
    if (lines_.empty()) lines_.push_back({});
    return std::move(lines_);
  }

 private:
  double before(std::size_t at) const { return at ? ends_[at - 1] : 0; }

  std::size_t line_end(std::size_t begin) const {
    auto fits = begin;  // spaces at the end of a line may hang over it
    while (fits < text_.size() && (text_[fits] == U' ' || ends_[fits] - before(begin) <= width_)) ++fits;
    if (fits == text_.size()) return fits;
    for (auto at = fits; at > begin; --at)
      if (may_break(text_, at)) return at;
    for (auto at = fits; at > begin; --at)
      if (!inside_character(text_, at)) return at;
    auto at = std::max(fits, begin + 1);
    while (at < text_.size() && inside_character(text_, at)) ++at;
    return at;
  }

  void add(std::size_t begin, std::size_t end) {
    auto last = end;
    while (last > begin && text_[last - 1] == U' ') --last;
    lines_.push_back({begin, last, before(last) - before(begin)});
  }

  std::u32string_view text_;
  const std::vector<double>& ends_;
  double width_;
  std::vector<TextLine> lines_;
};

}  // namespace

bool inside_character(std::u32string_view text, std::size_t at) {
  if (continues(text[at]) || text[at - 1] == joiner) return true;
  if (!is_flag_letter(text[at])) return false;
  std::size_t letters = 0;  // flags are pairs of letters
  while (letters < at && is_flag_letter(text[at - 1 - letters])) ++letters;
  return letters % 2 == 1;
}

bool may_break(std::u32string_view text, std::size_t at) {
  const auto left = text[at - 1], right = text[at];
  if (right == U' ' || inside_character(text, at)) return false;
  if (left == U' ') return true;
  if (closes(right) || opens(left)) return false;
  return is_ideograph(left) || is_ideograph(right) || left == U'-';
}

std::vector<TextLine> break_lines(std::u32string_view text, const std::vector<double>& ends, double width) {
  return Breaking(text, ends, width).run();
}

}  // namespace p2pchat::wx_gui
