// SPDX-License-Identifier: MIT
#pragma once
#include "screen/grid.hpp"
#include "screen/key.hpp"

#include <memory>
#include <optional>
#include <string>

namespace p2pchat::terminal_ui {

/// The real terminal: shows grids, reads keys. Gives the terminal back as it was when it is destroyed.
/// Thread: the UI's; one at a time in a process, since ncurses has its state there.
class CursesTerminal {
 public:
  /// Null when this terminal cannot be addressed (`TERM` unknown, no cursor movement).
  static std::unique_ptr<CursesTerminal> open();
  ~CursesTerminal();
  CursesTerminal(const CursesTerminal&) = delete;
  CursesTerminal& operator=(const CursesTerminal&) = delete;

  int rows() const;
  int columns() const;
  void show(const Grid& grid);
  /// The next key that was pressed, if one was; never waits. A pasted text is one key.
  std::optional<Key> next_key();
  /// Draws everything again, after somebody else wrote on the terminal.
  void redraw();

 private:
  struct Screen;
  explicit CursesTerminal(std::unique_ptr<Screen> screen);
  std::unique_ptr<Screen> screen_;
};

}  // namespace p2pchat::terminal_ui
