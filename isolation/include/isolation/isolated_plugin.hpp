// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/plugin.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <vector>

namespace p2pchat::isolation {

/// How a worker is begun: `program` with the words `worker FILE`, and one end of a socket pair as descriptor
/// `worker_descriptor`.
struct WorkerCommand {
  std::filesystem::path program, plugin;
  std::vector<std::string> provides = {};                         ///< ids of interfaces, as the manifest says
  std::vector<std::string> declared = {};                         ///< of what it depends on
  std::string data = {};                                          ///< the folder a store may write to
  std::string sockets = {};                                       ///< that of a transport: its setting `folder`
  std::chrono::milliseconds patience = std::chrono::seconds(20);  ///< with a worker that gives no sign
};

/// What a plugin provides that cannot be carried to another process, by its manifest: the first interface, or nothing.
std::string_view what_stays(const sdk::Manifest& manifest);

/// What stands for a plugin that runs in a process of its own, and provides what the plugin does.
///
/// The worker begins at once and makes the plugin meanwhile; `start` waits until the plugin there has started, at most
/// 20 s. `Ui::run` shows it until the person quits. A worker that crashes, hangs or loses its display is begun anew,
/// with a growing pause, and the node goes on; meanwhile a call answers `cancelled`, and so does one that waits when it
/// ends. The event `ui.show` ends the pause of a user interface; its detail are lines such as `DISPLAY=:0` for the next
/// worker. The worker is told what `host` provides of `Chat`, `Bottle`, `Network`, `Routing` and `Tables`, and of
/// `Identity`, `Crypto` and `Transport` when its manifest declares them. Freed by `destroy`. Thread: as `Plugin` and
/// what it provides; made on the loop.
sdk::Plugin* isolate(sdk::Host& host, WorkerCommand command);

}  // namespace p2pchat::isolation
