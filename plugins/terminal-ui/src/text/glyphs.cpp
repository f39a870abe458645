// SPDX-License-Identifier: MIT
#include "text/glyphs.hpp"

#include "presented.hpp"

#include <utf8proc.h>

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr char32_t zero_width_joiner = 0x200D;
constexpr std::size_t most_marks = 3;  // what a cell of ncurses holds beside its base, and all that living scripts need

bool is_left_out(char32_t c) {
  return c == zero_width_joiner || c == 0x200C || (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}
bool is_skin_tone(char32_t c) { return c >= 0x1F3FB && c <= 0x1F3FF; }

int width_of(char32_t c) { return utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)); }

/// Where a grapheme is being split into glyphs.
class Splitter {
 public:
  explicit Splitter(std::vector<Glyph>& out) : out_(out) {}

  void take(char32_t c, std::size_t begin, std::size_t end, bool first) {
    if (c == '\n') return out_.push_back({"\n", 0, begin, end});
    if (c == '\t') c = ' ';
    if (is_left_out(c) || (!first && is_skin_tone(c))) return extend(end);
    if (is_hidden(c)) c = c < 0x20 ? 0x2400 + c : replacement;
    const int width = width_of(c);
    if (width == 0) return mark(c, begin, end, first);
    marks_ = 0;
    out_.push_back({{}, std::min(width, 2), begin, end});
    append(out_.back().text, c);
  }

 private:
  void extend(std::size_t end) {
    if (!out_.empty()) out_.back().end = end;
  }
  void mark(char32_t c, std::size_t begin, std::size_t end, bool first) {
    if (first || out_.empty() || out_.back().width == 0) {
      marks_ = 1;
      out_.push_back({" ", 1, begin, end});
    } else {
      out_.back().end = end;
      if (++marks_ > most_marks) return;
    }
    append(out_.back().text, c);
  }

  std::vector<Glyph>& out_;
  std::size_t marks_ = 0;
};

}  // namespace

std::size_t next_grapheme(std::string_view text, std::size_t at) {
  if (at >= text.size()) return text.size();
  auto before = code_point_at(text, at);
  utf8proc_int32_t state = 0;
  for (at += before.length; at < text.size();) {
    const auto next = code_point_at(text, at);
    if (utf8proc_grapheme_break_stateful(static_cast<utf8proc_int32_t>(before.value),
                                         static_cast<utf8proc_int32_t>(next.value), &state))
      break;
    at += next.length;
    before = next;
  }
  return at;
}

std::size_t previous_grapheme(std::string_view text, std::size_t at) {
  // Graphemes are found from the left only; a line feed always ends one.
  const auto line = at == 0 ? text.npos : text.substr(0, at - 1).rfind('\n');
  std::size_t begin = line == text.npos ? 0 : line + 1;
  for (auto end = next_grapheme(text, begin); end < at; end = next_grapheme(text, begin)) begin = end;
  return begin;
}

std::vector<Glyph> glyphs(std::string_view text) {
  std::vector<Glyph> out;
  Splitter splitter(out);
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = next_grapheme(text, begin);
    for (std::size_t at = begin; at < end;) {
      const auto point = code_point_at(text, at);
      splitter.take(point.value, at, at + point.length, at == begin);
      at += point.length;
    }
    begin = end;
  }
  return out;
}

int columns(std::string_view text) {
  int sum = 0;
  for (const auto& glyph : glyphs(text)) sum += glyph.width;
  return sum;
}

std::string clipped(std::string_view text, int limit) {
  if (limit <= 0) return {};
  std::string out, fitting;
  int width = 0;
  for (const auto& glyph : glyphs(text)) {
    if (width + glyph.width > limit) return fitting + "…";
    width += glyph.width;
    out += glyph.text;
    if (width < limit) fitting = out;
  }
  return out;
}

std::string padded(std::string_view text, int width) {
  auto out = clipped(text, width);
  const int missing = width - columns(out);
  return missing > 0 ? out.append(static_cast<std::size_t>(missing), ' ') : out;
}

}  // namespace p2pchat::terminal_ui
