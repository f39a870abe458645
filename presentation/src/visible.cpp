// SPDX-License-Identifier: MIT
#include "presentation/visible.hpp"

#include "presentation/utf8.hpp"

#include <utf8proc.h>

namespace p2pchat::presentation {
namespace {

constexpr char32_t zero_width_non_joiner = 0x200C, zero_width_joiner = 0x200D;
constexpr char32_t return_sign = 0x23CE;
constexpr unsigned most_marks = 8;  // on one letter; no script needs more, and they would pile up over other lines

/// Unassigned ones are shown as they are: a newer font may know them.
bool is_unassigned(char32_t c) { return (c & 0xFFFE) != 0xFFFE && (c < 0xE0000 || c > 0xE0FFF); }

void append_named(std::string& out, char32_t c) {
  constexpr char digits[] = "0123456789ABCDEF";
  out += "<U+";
  for (int shift = c > 0xFFFF ? 20 : 12; shift >= 0; shift -= 4) out += digits[c >> shift & 15];
  out += '>';
}

void append_visible(std::string& out, char32_t c) {
  if (c < 0x20) return append(out, 0x2400 + c);
  if (c == 0x7F) return append(out, 0x2421);
  if (is_hidden(c)) return append_named(out, c);
  append(out, c);
}

}  // namespace

bool is_mark(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
}

bool is_hidden(char32_t c) {
  if (c == zero_width_non_joiner || c == zero_width_joiner) return false;
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CO:
      return true;
    case UTF8PROC_CATEGORY_CN:
      return !is_unassigned(c);
    default:
      return false;
  }
}

std::string visible(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  unsigned marks = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    at += point.length;
    marks = is_mark(point.value) ? marks + 1 : 0;
    if (marks > most_marks) continue;
    if (point.value == '\n')
      out += '\n';
    else if (point.value == '\t')
      out += "    ";
    else
      append_visible(out, point.value);
  }
  return out;
}

std::string visible_line(std::string_view text) {
  std::string out;
  for (const char c : visible(text)) {
    if (c == '\n')
      append(out, return_sign);
    else
      out += c;
  }
  return out;
}

}  // namespace p2pchat::presentation
