// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string_view>
#include <vector>

namespace p2pchat::wx_gui {

/// One line of a text: characters from `begin` up to `end`, the space at its end left out.
struct TextLine {
  std::size_t begin = 0, end = 0;
  double width = 0;
};

/// Whether a line may end before character `at`, which is not the first: after a space and beside ideographs, but not
/// before closing punctuation or after opening punctuation (kinsoku), and never inside what is read as one character
/// (combining marks, joined emoji, flags, skin tones). A subset of UAX #14.
bool may_break(std::u32string_view text, std::size_t at);

/// Whether what is read as one character goes on over `at`, which is neither the first nor the end.
bool inside_character(std::u32string_view text, std::size_t at);

/// Breaks one paragraph (no newlines) so that each line is at most `width` wide. `ends` has, for each character, where
/// it ends when all stand on one line. A word that is wider than a line is broken where it must be; a single character
/// that is wider stands alone. An empty paragraph is one empty line.
std::vector<TextLine> break_lines(std::u32string_view text, const std::vector<double>& ends, double width);

}  // namespace p2pchat::wx_gui
