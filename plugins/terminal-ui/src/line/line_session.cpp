// SPDX-License-Identifier: MIT
#include "line/line_session.hpp"

#include <utility>

namespace p2pchat::terminal_ui {

void LineSession::start() {
  feed_.open(
      [this](const Event& event) {
        runner_.hear(event);
        printer_.event(event);
      },
      [this] {
        open_ = true;
        pump();
      });
}

void LineSession::take(const LineReader::Input& input) {
  if (quit_) return;
  switch (input.kind) {
    case LineReader::Kind::too_long:
      waiting_.push_back(Mistyped{"", {sdk::Errc::too_large, "this line is over 64 KiB and was dropped: shorten it"}});
      break;
    case LineReader::Kind::not_utf8:
      waiting_.push_back(Mistyped{"", {sdk::Errc::invalid, "this line is not UTF-8 and was dropped"}});
      break;
    case LineReader::Kind::line:
      if (input.text.empty()) return;
      waiting_.push_back(parse_command(input.text));
      if (const auto* command = std::get_if<Command>(&waiting_.back())) quit_ = command->verb == Verb::quit;
  }
  pump();
}

bool LineSession::may_run(const Typed& typed) const {
  if (running_ == 0) return true;
  const auto* command = std::get_if<Command>(&typed);
  return sending_ && command && command->verb == Verb::msg;
}

void LineSession::pump() {
  // A command may be done before `run` returns; the loop then goes on instead of nesting.
  if (!open_ || std::exchange(pumping_, true)) return;
  while (!waiting_.empty() && may_run(waiting_.front())) {
    const auto typed = std::move(waiting_.front());
    waiting_.pop_front();
    run(typed);
  }
  pumping_ = false;
}

void LineSession::run(const Typed& typed) {
  if (const auto* mistyped = std::get_if<Mistyped>(&typed)) return runner_.refuse(*mistyped);
  const auto& command = std::get<Command>(typed);
  sending_ = command.verb == Verb::msg;
  ++running_;
  runner_.run(command, [this] {
    --running_;
    pump();
  });
}

}  // namespace p2pchat::terminal_ui
