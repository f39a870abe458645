// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>

/// UTF-8, one code point at a time. Everything here takes any octets: what is malformed counts as U+FFFD.
namespace p2pchat::presentation {

inline constexpr char32_t replacement = 0xFFFD;

/// A code point and how many octets it took.
struct CodePoint {
  char32_t value = 0;
  std::size_t length = 0;
};

/// The code point that begins at `at`, which is inside the text.
CodePoint code_point_at(std::string_view text, std::size_t at);
/// Appends a code point.
void append(std::string& out, char32_t value);
/// How many code points a text has.
std::size_t characters(std::string_view text);
/// The code points of a text.
std::u32string decoded(std::string_view text);
/// The text with everything malformed replaced, so that it is valid UTF-8.
std::string repaired(std::string_view text);

}  // namespace p2pchat::presentation
