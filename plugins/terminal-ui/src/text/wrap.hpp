// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>
#include <vector>

namespace p2pchat::terminal_ui {

/// A part of a text that stands on one row, as octets of the text.
struct Row {
  std::size_t begin = 0, end = 0;
};

/// Breaks a text into rows of at most `width` cells (1 or more): after spaces, beside wide characters unless closing
/// punctuation would begin a row, and anywhere in a word that is longer than a row. At least one row. The space or
/// newline at which a row is broken belongs to no row.
std::vector<Row> wrap(std::string_view text, int width);

/// Which of the rows holds an offset.
std::size_t row_of(const std::vector<Row>& rows, std::size_t offset);

}  // namespace p2pchat::terminal_ui
