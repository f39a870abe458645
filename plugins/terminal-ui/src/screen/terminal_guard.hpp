// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::terminal_ui {

/// While it lives, a crash of the process gives the terminal back as it was found, then dies as it would have.
///
/// A signal handler can only reach what is global: this is the one piece of global state here, and only one guard may
/// live at a time in a process, as there is only one terminal.
class TerminalGuard {
 public:
  TerminalGuard();
  ~TerminalGuard();
  TerminalGuard(const TerminalGuard&) = delete;
  TerminalGuard& operator=(const TerminalGuard&) = delete;
};

}  // namespace p2pchat::terminal_ui
