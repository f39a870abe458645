// SPDX-License-Identifier: MIT
#pragma once
#include "model/bottle_sheet.hpp"
#include "screen/grid.hpp"

/// How the pages about bottles draw their rows.
namespace p2pchat::terminal_ui {

/// From this many columns on, the opened bottle stands beside the list.
constexpr int beside_from = 112;

/// A bottle in a list.
struct BottleRow {
  std::string mark;  ///< one cell
  Style mark_style = Style::dim;
  std::string name, text, words, age;
  Style style = Style::plain;
};

/// Draws one on one row, with so many cells for its words; on a narrow screen they are left out.
void draw_bottle_row(Grid& grid, const Rect& row, const BottleRow& bottle, int words_width, bool chosen);
/// Draws the rows of an opened bottle from `top` on; those of the chosen step stand out.
void draw_sheet(Grid& grid, const Rect& rect, const std::vector<SheetRow>& rows, int top, std::size_t chosen_step);
/// Draws sentences for a page that has nothing to show.
void draw_sentences(Grid& grid, const Rect& rect, std::string_view text);

}  // namespace p2pchat::terminal_ui
