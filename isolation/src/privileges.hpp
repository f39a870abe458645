// SPDX-License-Identifier: MIT
#pragma once

namespace p2pchat::isolation {

/// Gives up for good what a worker does not need: it gains no privileges by what it executes, leaves no core with what
/// the person wrote, cannot be looked into by others, and opens at most so many files. What it may still do: all that
/// the user may, by files and by sockets of its own.
void give_up_privileges();

/// Keeps a signal that a terminal or a session sends to all from ending the worker: the node is told too, and asks it.
void leave_signals_to_the_node();

}  // namespace p2pchat::isolation
