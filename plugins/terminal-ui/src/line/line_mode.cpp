// SPDX-License-Identifier: MIT
#include "line/line_mode.hpp"

#include "line/json_printer.hpp"
#include "line/line_session.hpp"
#include "line/output.hpp"
#include "line/text_printer.hpp"

#include <poll.h>
#include <unistd.h>

#include <cerrno>
#include <memory>

namespace p2pchat::terminal_ui {
namespace {

std::unique_ptr<Printer> make_printer(const Options& options, const Feed& feed, Sink sink) {
  if (options.json) return std::make_unique<JsonPrinter>(std::move(sink));
  return std::make_unique<TextPrinter>(std::move(sink), feed.book());
}

/// Reads what is there; false at the end of the input, or when the terminal is gone.
bool read_some(int input, LineReader& reader) {
  char octets[64 * 1024];
  const auto count = ::read(input, octets, sizeof octets);
  if (count > 0) reader.take({octets, static_cast<std::size_t>(count)});
  return count > 0 || (count < 0 && (errno == EINTR || errno == EAGAIN));
}

}  // namespace

int run_line_mode(const Options& options, Feed& feed, Mailbox& mailbox, int input, int output) {
  Output out(output, mailbox);
  const auto printer = make_printer(options, feed, [&out](std::string_view line) { out.add(line); });
  LineSession session(feed, *printer);
  LineReader reader;
  session.start();
  bool reading = true;
  while (!mailbox.quitting()) {
    pollfd wait[2] = {{mailbox.descriptor(), POLLIN, 0}, {reading && !session.full() ? input : -1, POLLIN, 0}};
    if (::poll(wait, 2, -1) < 0 && errno != EINTR) return 1;
    mailbox.run_all();
    if (wait[1].revents && !read_some(input, reader)) {
      reader.end();
      reading = false;
    }
    while (const auto line = reader.next()) session.take(*line);
    if (!out.flush()) return mailbox.quitting() ? 0 : 1;
    if (session.over() || (!reading && !options.stay && session.idle())) return 0;
  }
  return 0;
}

}  // namespace p2pchat::terminal_ui
