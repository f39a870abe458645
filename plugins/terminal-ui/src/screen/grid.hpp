// SPDX-License-Identifier: MIT
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace p2pchat::terminal_ui {

/// What a cell is for; the terminal decides how that looks.
enum class Style { plain, dim, strong, bar, bar_strong, accent, good, bad, unread, selected };

/// One cell. A glyph two cells wide stands in the first; the second has width 0.
struct Cell {
  std::string text = " ";
  int width = 1;
  Style style = Style::plain;
};

/// A part of the grid.
struct Rect {
  int row = 0, column = 0, rows = 0, columns = 0;
};

/// The picture of a screen, drawn without a terminal. What lies outside is cut off.
class Grid {
 public:
  Grid(int rows, int columns);
  int rows() const { return rows_; }
  int columns() const { return columns_; }
  /// Draws a text on one row, at most `limit` cells, and returns how many it took. Texts from anywhere are harmless.
  int put(int row, int column, std::string_view text, Style style, int limit);
  /// Fills cells with one glyph.
  void fill(const Rect& rect, std::string_view glyph, Style style);
  const Cell& at(int row, int column) const;
  void place_cursor(int row, int column) { cursor_ = {row, column}; }
  /// Row and column, when there is a cursor.
  std::optional<std::pair<int, int>> cursor() const { return cursor_; }
  /// One row as text, without the spaces at its end.
  std::string line(int row) const;

 private:
  void set(int row, int column, Cell cell);
  int rows_, columns_;
  std::vector<Cell> cells_;
  std::optional<std::pair<int, int>> cursor_;
};

}  // namespace p2pchat::terminal_ui
