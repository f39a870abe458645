// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/plugin.hpp>

#include <filesystem>
#include <functional>
#include <string>

namespace p2pchat::isolation {

/// How a worker is begun: `program` with the words `worker FILE`, and one end of a socket pair as descriptor
/// `worker_descriptor`.
struct WorkerCommand {
  std::filesystem::path program, plugin;
};

/// What stands for a plugin that runs in a process of its own: a `Plugin` that provides `Ui`, as the plugin must.
///
/// `start` begins the worker and waits until the plugin there has started, at most 20 s. `Ui::run` shows it until the
/// person quits; a worker that crashes or loses its display is begun anew, with a growing pause, and the node goes on.
/// The event `ui.show` ends the pause; its detail are lines such as `DISPLAY=:0` for the next worker.
/// The worker is told what `host` provides of `Chat`, `Bottle`, `Network`, `Routing` and `Tables`, and nothing else.
/// Freed by `destroy`. Thread: as `Plugin` and `Ui`.
sdk::Plugin* isolate(sdk::Host& host, WorkerCommand command);

}  // namespace p2pchat::isolation
