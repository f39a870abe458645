// SPDX-License-Identifier: MIT
#pragma once
#include "shell/feed.hpp"
#include "shell/mailbox.hpp"
#include "shell/options.hpp"

namespace p2pchat::terminal_ui {

/// Commands from one descriptor, lines to another, until the input ends, `/quit`, or the mailbox is asked to quit.
///
/// Returns the exit code: 0, or 1 when nobody reads the output any more. Thread: the UI's.
int run_line_mode(const Options& options, Feed& feed, Mailbox& mailbox, int input, int output);

}  // namespace p2pchat::terminal_ui
