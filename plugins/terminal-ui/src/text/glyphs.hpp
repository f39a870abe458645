// SPDX-License-Identifier: MIT
#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Text as it stands in the cells of a terminal.
///
/// A grapheme (UAX 29) is what the cursor moves over. Terminals disagree on how wide an emoji sequence is, so a
/// sequence is drawn by parts all of them agree on: joiners, variation selectors and skin tones are left out of the
/// picture (never of the text), and a family stands as its members. Recorded in docs/decisions/0020.
namespace p2pchat::terminal_ui {

/// What fills one cell or two: a base with its marks, and which octets of the source it stands for.
struct Glyph {
  std::string text;
  int width = 1;
  std::size_t begin = 0, end = 0;
};

/// The end of the grapheme that begins at `at`; the text's size at the end.
std::size_t next_grapheme(std::string_view text, std::size_t at);
/// The beginning of the grapheme that ends at `at`; 0 at the beginning.
std::size_t previous_grapheme(std::string_view text, std::size_t at);

/// The glyphs of any text. A tab is one space; a newline is a glyph of width 0; a control character is its picture,
/// another hidden one U+FFFD, so that no glyph can move a terminal.
std::vector<Glyph> glyphs(std::string_view text);
/// How many cells a text takes on one line.
int columns(std::string_view text);
/// At most `limit` cells of a text, ending in an ellipsis when something was cut.
std::string clipped(std::string_view text, int limit);
/// `clipped`, then filled with spaces to exactly `width` cells.
std::string padded(std::string_view text, int width);

}  // namespace p2pchat::terminal_ui
