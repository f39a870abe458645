// SPDX-License-Identifier: MIT
#include "screen/curses_terminal.hpp"

#include "presented.hpp"
#include "screen/curses_keys.hpp"
#include "screen/terminal_guard.hpp"

#define NCURSES_NOMACROS  // its macros are called erase, move, echo
#include <ncursesw/curses.h>
#include <wchar.h>

#include <array>
#include <cstdio>
#include <cstdlib>

namespace p2pchat::terminal_ui {
namespace {

enum Pair : short { pair_bar = 1, pair_accent, pair_good, pair_bad, pair_unread };

/// Attributes and colours of each style, on a terminal with colours and on one without.
struct Look {
  attr_t plain;
  attr_t coloured;
  short pair;
};
constexpr Look look_of(Style style) {
  switch (style) {
    case Style::plain:
      return {A_NORMAL, A_NORMAL, 0};
    case Style::dim:
      return {A_DIM, A_DIM, 0};
    case Style::strong:
      return {A_BOLD, A_BOLD, 0};
    case Style::bar:
      return {A_REVERSE, A_NORMAL, pair_bar};
    case Style::bar_strong:
      return {A_REVERSE | A_BOLD | A_UNDERLINE, A_BOLD | A_UNDERLINE, pair_bar};
    case Style::accent:
      return {A_BOLD, A_NORMAL, pair_accent};
    case Style::good:
      return {A_NORMAL, A_NORMAL, pair_good};
    case Style::bad:
      return {A_BOLD, A_BOLD, pair_bad};
    case Style::unread:
      return {A_BOLD, A_BOLD, pair_unread};
    case Style::selected:
      return {A_REVERSE, A_REVERSE, 0};
  }
  return {A_NORMAL, A_NORMAL, 0};
}

bool start_colours() {
  if (std::getenv("NO_COLOR") || !::has_colors() || ::start_color() == ERR) return false;
  const short background = ::use_default_colors() == OK ? -1 : COLOR_BLACK;
  if (COLORS >= 256)
    ::init_pair(pair_bar, 253, 238);
  else
    ::init_pair(pair_bar, COLOR_WHITE, COLOR_BLUE);
  ::init_pair(pair_accent, COLOR_CYAN, background);
  ::init_pair(pair_good, COLOR_GREEN, background);
  ::init_pair(pair_bad, COLOR_RED, background);
  ::init_pair(pair_unread, COLOR_YELLOW, background);
  return true;
}

/// The characters of a cell, or what stands for them where the C library takes the base for another width than we do:
/// then ncurses would shift the rest of the row.
std::array<wchar_t, CCHARW_MAX + 1> drawn_characters(const Cell& cell) {
  std::array<wchar_t, CCHARW_MAX + 1> wide{};
  std::size_t count = 0;
  for (std::size_t at = 0; at < cell.text.size() && count < CCHARW_MAX;) {
    const auto point = code_point_at(cell.text, at);
    at += point.length;
    const auto c = static_cast<wchar_t>(point.value);
    if (::wcwidth(c) == (count == 0 ? cell.width : 0)) wide[count++] = c;
  }
  if (count == 0) wide[0] = cell.width == 2 ? L'？' : L'?';
  return wide;
}

}  // namespace

struct CursesTerminal::Screen {
  TerminalGuard guard;
  SCREEN* screen = nullptr;
  KeyReader keys;
  bool colours = false;
};

std::unique_ptr<CursesTerminal> CursesTerminal::open() {
  auto screen = std::make_unique<Screen>();
  screen->screen = ::newterm(nullptr, stdout, stdin);
  if (!screen->screen) return nullptr;
  ::set_term(screen->screen);
  ::raw();
  ::noecho();
  ::nonl();
  ::keypad(stdscr, TRUE);
  ::nodelay(stdscr, TRUE);
  ::set_escdelay(25);
  define_more_keys();
  screen->colours = start_colours();
  std::fputs("\x1b[?2004h", stdout);
  std::fflush(stdout);
  return std::unique_ptr<CursesTerminal>(new CursesTerminal(std::move(screen)));
}

CursesTerminal::CursesTerminal(std::unique_ptr<Screen> screen) : screen_(std::move(screen)) {}

CursesTerminal::~CursesTerminal() {
  std::fputs("\x1b[?2004l", stdout);
  ::endwin();
  ::delscreen(screen_->screen);
  std::fflush(stdout);
}

int CursesTerminal::rows() const { return LINES; }
int CursesTerminal::columns() const { return COLS; }

void CursesTerminal::show(const Grid& grid) {
  ::erase();
  for (int row = 0; row < grid.rows(); ++row)
    for (int column = 0; column < grid.columns(); ++column) {
      const auto& cell = grid.at(row, column);
      if (cell.width == 0) continue;
      const auto look = look_of(cell.style);
      cchar_t shown;
      ::setcchar(&shown, drawn_characters(cell).data(), screen_->colours ? look.coloured : look.plain,
                 screen_->colours ? look.pair : short{0}, nullptr);
      ::mvadd_wch(row, column, &shown);
    }
  ::curs_set(grid.cursor() ? 1 : 0);
  if (const auto cursor = grid.cursor()) ::move(cursor->first, cursor->second);
  ::refresh();
}

std::optional<Key> CursesTerminal::next_key() {
  // Everything that is there is read first, so that what was typed fast comes as one text.
  wint_t read = 0;
  for (int kind = ::get_wch(&read); kind != ERR; kind = ::get_wch(&read)) {
    if (kind == KEY_CODE_YES)
      screen_->keys.code(static_cast<int>(read));
    else
      screen_->keys.character(static_cast<wchar_t>(read));
  }
  screen_->keys.pause();
  return screen_->keys.next();
}

void CursesTerminal::redraw() { ::clearok(curscr, TRUE); }

}  // namespace p2pchat::terminal_ui
