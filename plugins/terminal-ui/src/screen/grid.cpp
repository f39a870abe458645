// SPDX-License-Identifier: MIT
#include "screen/grid.hpp"

#include "text/glyphs.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {

Grid::Grid(int rows, int columns)
    : rows_(std::max(rows, 0)), columns_(std::max(columns, 0)), cells_(static_cast<std::size_t>(rows_ * columns_)) {}

const Cell& Grid::at(int row, int column) const { return cells_[static_cast<std::size_t>(row * columns_ + column)]; }

void Grid::set(int row, int column, Cell cell) {
  cells_[static_cast<std::size_t>(row * columns_ + column)] = std::move(cell);
}

int Grid::put(int row, int column, std::string_view text, Style style, int limit) {
  if (row < 0 || row >= rows_ || column < 0) return 0;
  limit = std::min(limit, columns_ - column);
  int used = 0;
  for (const auto& glyph : glyphs(text)) {
    if (glyph.width == 0) continue;
    if (used + glyph.width > limit) break;
    set(row, column + used, {glyph.text, glyph.width, style});
    if (glyph.width == 2) set(row, column + used + 1, {"", 0, style});
    used += glyph.width;
  }
  return used;
}

void Grid::fill(const Rect& rect, std::string_view glyph, Style style) {
  for (int row = std::max(rect.row, 0); row < std::min(rect.row + rect.rows, rows_); ++row)
    for (int column = std::max(rect.column, 0); column < std::min(rect.column + rect.columns, columns_); ++column)
      set(row, column, {std::string(glyph), 1, style});
}

std::string Grid::line(int row) const {
  std::string text;
  for (int column = 0; column < columns_; ++column) text += at(row, column).text;
  return text.substr(0, text.find_last_not_of(' ') + 1);
}

}  // namespace p2pchat::terminal_ui
