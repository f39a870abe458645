// SPDX-License-Identifier: MIT
#include "screen/terminal_guard.hpp"

#include <signal.h>
#include <termios.h>
#include <unistd.h>

#include <array>
#include <atomic>

namespace p2pchat::terminal_ui {
namespace {

constexpr std::array fatal = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};

struct Before {
  termios modes{};
  std::array<struct sigaction, fatal.size()> actions{};
};

Before before;
std::atomic<bool> armed{false};

/// Ends bracketed paste and the other screen, shows the cursor, plain colours.
constexpr char restore[] = "\x1b[?2004l\x1b[?1049l\x1b[?25h\x1b[0m\r\n";

/// Calls only what POSIX lists as safe in a signal handler.
void on_crash(int signal) {
  if (armed.exchange(false)) {
    [[maybe_unused]] const auto written = ::write(STDOUT_FILENO, restore, sizeof restore - 1);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &before.modes);
  }
  for (std::size_t i = 0; i < fatal.size(); ++i) ::sigaction(fatal[i], &before.actions[i], nullptr);
  ::raise(signal);  // delivered when this returns, to whoever was there before
}

}  // namespace

TerminalGuard::TerminalGuard() {
  ::tcgetattr(STDIN_FILENO, &before.modes);
  struct sigaction action {};
  action.sa_handler = on_crash;
  ::sigemptyset(&action.sa_mask);
  armed = true;
  for (std::size_t i = 0; i < fatal.size(); ++i) ::sigaction(fatal[i], &action, &before.actions[i]);
}

TerminalGuard::~TerminalGuard() {
  if (!armed.exchange(false)) return;
  for (std::size_t i = 0; i < fatal.size(); ++i) ::sigaction(fatal[i], &before.actions[i], nullptr);
}

}  // namespace p2pchat::terminal_ui
