// SPDX-License-Identifier: MIT
#pragma once
#include "command/reporter.hpp"
#include "shell/feed.hpp"

namespace p2pchat::terminal_ui {

/// Where a printer puts a whole line, its newline included.
using Sink = std::function<void(std::string_view)>;

/// Writes what commands bring and what happens by itself, a line each.
class Printer : public Reporter {
 public:
  virtual void event(const Event& event) = 0;
  virtual ~Printer() = default;
};

}  // namespace p2pchat::terminal_ui
