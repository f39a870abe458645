// SPDX-License-Identifier: MIT
#pragma once
#include "confinement.hpp"

namespace p2pchat::isolation {

/// Gives up for good what no worker needs: it gains no privileges by what it executes, leaves no core with what the
/// person wrote, cannot be looked into by others, and has only so many files and, unless it is a user interface, so
/// much memory: what that starts, such as a browser, would inherit the limit.
void give_up_privileges(Confinement::Kind kind);

/// Keeps a signal that a terminal or a session sends to all from ending the worker: the node is told too, and asks it.
void leave_signals_to_the_node();

}  // namespace p2pchat::isolation
