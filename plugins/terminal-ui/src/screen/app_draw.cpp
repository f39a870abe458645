// SPDX-License-Identifier: MIT
#include "presented.hpp"
#include "screen/app.hpp"
#include "text/glyphs.hpp"

namespace p2pchat::terminal_ui {
namespace {

std::string counted(std::string_view name, std::uint64_t count) {
  return std::string(name) + (count ? " " + std::to_string(count) : "");
}

void draw_too_small(Grid& grid) {
  const auto text =
      "too small: " + std::to_string(App::least_columns) + "x" + std::to_string(App::least_rows) + " is needed";
  grid.put(0, 0, text, Style::plain, grid.columns());
}

}  // namespace

void App::draw(Grid& grid) {
  if (grid.rows() < least_rows || grid.columns() < least_columns) return draw_too_small(grid);
  page().draw(grid, {1, 0, grid.rows() - 2, grid.columns()});
  draw_bar(grid);
  draw_status(grid);
}

void App::draw_bar(Grid& grid) {
  grid.fill({0, 0, 1, grid.columns()}, " ", Style::bar);
  const bool roomy = grid.columns() >= 72, wide = grid.columns() >= 96;
  const int gap = grid.columns() >= 44 ? 2 : 1;
  const std::string names[] = {"Help",
                               counted("Chats", feed_.book().unread()),
                               counted(wide ? "Requests" : "Req", feed_.book().requests().size()),
                               wide ? "Network" : "Net",
                               wide ? "Search" : "Find",
                               counted("Beach", feed_.bottles().beach().unread()),
                               counted("Sea", sea_.news())};
  int at = 1;
  for (std::size_t i = 0; i < std::size(names); ++i) {
    const bool here = static_cast<std::size_t>(tab_) == i;
    const auto key = "F" + std::to_string(i + 1) + " ";
    if (roomy) at += grid.put(0, at, key, Style::bar, grid.columns() - at);
    at += grid.put(0, at, names[i], here ? Style::bar_strong : Style::bar, grid.columns() - at) + gap;
  }
  auto about_me = visible_line(desk_.me.name);
  if (wide && !feed_.network_status().empty())
    about_me += (about_me.empty() ? "" : " · ") + visible_line(feed_.network_status());
  about_me = clipped(about_me, grid.columns() - at - 2);
  grid.put(0, grid.columns() - 1 - columns(about_me), about_me, Style::bar, columns(about_me));
}

void App::draw_status(Grid& grid) {
  const int row = grid.rows() - 1, width = grid.columns();
  if (!said_.empty()) {
    grid.put(row, 1, clipped(said_, width - 2), said_style_, width - 2);
    return;
  }
  grid.put(row, 1, clipped(page().hint(), width - 2), Style::dim, width - 2);
}

}  // namespace p2pchat::terminal_ui
