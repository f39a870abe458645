// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/plugin.hpp>

#include <functional>
#include <string>

namespace p2pchat::isolation {

/// The descriptor on which a worker finds its end of the socket pair.
inline constexpr int worker_descriptor = 3;

/// Makes the plugin; null and why on failure. Thread: the worker's loop.
using MakePlugin = std::function<sdk::Plugin*(sdk::Host& host, sdk::Status& why)>;

/// Puts back what the plugin has changed of its process; says what it was, empty when nothing. Thread: the worker's
/// loop.
using PutBack = std::function<std::string()>;

/// The life of a worker process, on its main thread: gives up privileges, makes the plugin, starts it, runs its `Ui`
/// when the node asks for it, and ends when that has ended or the node is gone. Asks `put_back` once the plugin is
/// made, has started and has stopped, and at each pulse; a user interface has its process to itself. Returns the exit
/// code.
int work(int descriptor, const MakePlugin& make, const PutBack& put_back = {});

}  // namespace p2pchat::isolation
