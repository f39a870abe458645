// SPDX-License-Identifier: MIT
#include "presentation/utf8.hpp"

#include <utf8proc.h>

namespace p2pchat::presentation {

CodePoint code_point_at(std::string_view text, std::size_t at) {
  utf8proc_int32_t value = 0;
  const auto* octets = reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at;
  const auto length = utf8proc_iterate(octets, static_cast<utf8proc_ssize_t>(text.size() - at), &value);
  if (length <= 0) return {replacement, 1};
  return {static_cast<char32_t>(value), static_cast<std::size_t>(length)};
}

void append(std::string& out, char32_t value) {
  utf8proc_uint8_t octets[4];
  const auto length = utf8proc_encode_char(static_cast<utf8proc_int32_t>(value), octets);
  out.append(reinterpret_cast<const char*>(octets), static_cast<std::size_t>(length));
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) at += code_point_at(text, at).length;
  return count;
}

std::u32string decoded(std::string_view text) {
  std::u32string points;
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    points += point.value;
    at += point.length;
  }
  return points;
}

std::string repaired(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto point = code_point_at(text, at);
    append(out, point.value);
    at += point.length;
  }
  return out;
}

}  // namespace p2pchat::presentation
