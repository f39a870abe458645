// SPDX-License-Identifier: MIT
#include "screen/screen_mode.hpp"

#include "screen/app.hpp"
#include "screen/curses_terminal.hpp"

#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string_view>

namespace p2pchat::terminal_ui {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds least_between_pictures{15};

/// ncurses draws other than ASCII only in a UTF-8 locale; only the kind of characters is changed, nothing else.
void choose_locale() {
  const auto is_utf8 = [] { return std::string_view(::nl_langinfo(CODESET)) == "UTF-8"; };
  if (::setlocale(LC_CTYPE, "") && is_utf8()) return;
  ::setlocale(LC_CTYPE, "C.UTF-8");
}

/// Draws when something changed, but not more often than eyes can follow.
class Painter {
 public:
  explicit Painter(CursesTerminal& terminal) : terminal_(terminal) {}
  void changed() { dirty_ = true; }
  /// How long to wait for the next thing to happen, in milliseconds; -1 for as long as it takes.
  int patience() const {
    if (!dirty_) return -1;
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(last_ + least_between_pictures - Clock::now());
    return std::max(0, static_cast<int>(left.count()));
  }
  void paint(App& app) {
    if (!dirty_ || Clock::now() < last_ + least_between_pictures) return;
    Grid grid(terminal_.rows(), terminal_.columns());
    app.draw(grid);
    terminal_.show(grid);
    last_ = Clock::now();
    dirty_ = false;
  }

 private:
  CursesTerminal& terminal_;
  Clock::time_point last_{};
  bool dirty_ = true;
};

}  // namespace

std::optional<int> run_screen_mode(Feed& feed, Mailbox& mailbox) {
  choose_locale();
  const auto terminal = CursesTerminal::open();
  if (!terminal) return std::nullopt;
  App app(feed);
  app.start();
  Painter painter(*terminal);
  while (!mailbox.quitting() && !app.over()) {
    painter.paint(app);
    pollfd wait[2] = {{mailbox.descriptor(), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    const int ready = ::poll(wait, 2, painter.patience());
    if (ready < 0 && errno != EINTR) return 1;
    if (wait[1].revents & (POLLHUP | POLLERR | POLLNVAL)) return 0;  // the terminal is gone
    if (ready != 0) painter.changed();                               // a signal too: the size may be another
    mailbox.run_all();
    while (const auto key = terminal->next_key()) {
      if (key->is_control('l')) terminal->redraw();
      app.key(*key);
    }
  }
  return 0;
}

}  // namespace p2pchat::terminal_ui
