// SPDX-License-Identifier: MIT
#pragma once
#include "canvas/line_breaks.hpp"

#include <string>

namespace p2pchat::wx_gui {

/// How wide characters are in one font.
class TextMeasure {
 public:
  virtual ~TextMeasure() = default;
  /// Where each character of a line ends.
  virtual std::vector<double> ends(std::u32string_view line) = 0;
  /// How high the lines of a text are.
  virtual double line_height(std::u32string_view text) = 0;
};

/// A text broken into lines.
struct TextLayout {
  std::u32string text;
  std::vector<TextLine> lines;  ///< in characters of `text`
  double width = 0;             ///< of the widest line
  double line_height = 0;
  double height() const { return line_height * static_cast<double>(lines.size()); }
};

/// The characters of a text in UTF-8.
std::u32string decoded(std::string_view text);

/// Lays out a text of any length with newlines. `text` is UTF-8.
TextLayout lay_out(std::string_view text, double width, TextMeasure& measure);

}  // namespace p2pchat::wx_gui
