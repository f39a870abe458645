// SPDX-License-Identifier: MIT
#pragma once
#include "shell/feed.hpp"
#include "shell/mailbox.hpp"

#include <optional>

namespace p2pchat::terminal_ui {

/// The full screen on standard input and output, until the person leaves, the terminal is gone, or the mailbox is
/// asked to quit. Nothing, with the terminal untouched, when this terminal cannot show one. Thread: the UI's.
std::optional<int> run_screen_mode(Feed& feed, Mailbox& mailbox);

}  // namespace p2pchat::terminal_ui
