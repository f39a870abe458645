// SPDX-License-Identifier: MIT
#pragma once
#include "command/runner.hpp"
#include "line/line_reader.hpp"
#include "line/printer.hpp"

#include <deque>

namespace p2pchat::terminal_ui {

/// What line mode does with lines: commands run one after the other, so that each sees what those before it changed.
///
/// Only texts to send run beside each other, as many as are typed, so that they can share a signature and a commit.
/// Thread: the UI's.
class LineSession {
 public:
  LineSession(Feed& feed, Printer& printer) : feed_(feed), printer_(printer), runner_(feed, printer) {}

  /// Begins to tell what happens; commands wait until the address book is there.
  void start();
  void take(const LineReader::Input& input);
  /// Whether everything typed so far is done.
  bool idle() const { return waiting_.empty() && running_ == 0; }
  /// Whether enough is waiting, so that reading should pause.
  bool full() const { return waiting_.size() + running_ >= most_waiting; }
  /// Whether `/quit` was typed and all before it is done.
  bool over() const { return quit_ && idle(); }

 private:
  static constexpr std::size_t most_waiting = 1024;
  using Typed = std::variant<Command, Mistyped>;
  void pump();
  bool may_run(const Typed& typed) const;
  void run(const Typed& typed);
  Feed& feed_;
  Printer& printer_;
  Runner runner_;
  std::deque<Typed> waiting_;
  std::size_t running_ = 0;
  bool open_ = false, sending_ = false, quit_ = false, pumping_ = false;
};

}  // namespace p2pchat::terminal_ui
