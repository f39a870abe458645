// SPDX-License-Identifier: MIT
#include "screen/bottle_rows.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"

#include <algorithm>

namespace p2pchat::terminal_ui {
namespace {

constexpr int words_from = 56, age_width = 7;

Style style_of(const SheetRow& row) {
  switch (row.kind) {
    case SheetRow::Kind::head:
      return Style::dim;
    case SheetRow::Kind::step:
      return Style::accent;
    default:
      return Style::plain;
  }
}

}  // namespace

void draw_bottle_row(Grid& grid, const Rect& row, const BottleRow& bottle, int words_width, bool chosen) {
  const auto style = chosen ? Style::selected : bottle.style;
  grid.fill(row, " ", style);
  grid.put(row.row, row.column + 1, bottle.mark, chosen ? style : bottle.mark_style, 1);
  int at = row.column + 3;
  at += grid.put(row.row, at, padded(bottle.name, 4), style, 4) + 1;
  const bool roomy = row.columns >= words_from;
  const int end = row.column + row.columns - age_width - (roomy ? words_width + 1 : 0) - 1;
  grid.put(row.row, at, clipped(visible_line(bottle.text), end - at - 1), style, end - at - 1);
  if (roomy) grid.put(row.row, end, clipped(bottle.words, words_width), chosen ? style : Style::dim, words_width);
  const int age = std::min(columns(bottle.age), age_width);
  grid.put(row.row, row.column + row.columns - 1 - age, bottle.age, chosen ? style : Style::dim, age);
}

void draw_sheet(Grid& grid, const Rect& rect, const std::vector<SheetRow>& rows, int top, std::size_t chosen_step) {
  for (int at = top; at < std::min(top + rect.rows, static_cast<int>(rows.size())); ++at) {
    const auto& row = rows[static_cast<std::size_t>(at)];
    const int place = rect.row + at - top;
    const bool chosen = chosen_step != 0 && row.step == chosen_step;
    if (chosen && row.kind == SheetRow::Kind::step) grid.put(place, rect.column, "▸", Style::accent, 1);
    grid.put(place, rect.column + 2, row.text, chosen ? Style::strong : style_of(row), rect.columns - 3);
  }
}

void draw_sentences(Grid& grid, const Rect& rect, std::string_view text) {
  int row = rect.row;
  for (const auto& piece : wrap(text, std::max(8, rect.columns - 4)))
    if (row < rect.row + rect.rows)
      grid.put(row++, rect.column + 2, text.substr(piece.begin, piece.end - piece.begin), Style::dim, rect.columns - 3);
}

}  // namespace p2pchat::terminal_ui
