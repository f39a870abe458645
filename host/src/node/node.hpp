// SPDX-License-Identifier: MIT
#pragma once
#include "loop/workers.hpp"
#include "messaging/messaging.hpp"
#include "plugins/plugin_set.hpp"

#include <p2pchat/ui.hpp>

#include <condition_variable>
#include <optional>
#include <thread>

namespace p2pchat::host {

/// What a node is made of.
struct NodeOptions {
  std::vector<Candidate> candidates;  ///< judged by `judge_files`
  std::vector<std::string> plugins;   ///< the ids of the profile
  PluginSet::Tables tables;
  messaging::MessagingOptions messaging;
};

/// One running node: loop, workers, store thread, plugins and messaging, started and stopped in their order.
/// Thread: that which makes it, which is the main thread, unless said otherwise.
class Node {
 public:
  Node(NodeOptions options, Log& log);
  ~Node();
  /// Starts the plugins, then messaging. Returns when the node is ready, has failed, or is told to end. Errors say what
  /// to do; `cancelled` when it was told to end.
  sdk::Status start();
  /// The user interface of the profile, or null. Valid until `stop`.
  sdk::Ui* ui() { return messaging_facade_.get<sdk::Ui>(); }
  /// Returns when a signal asks the program to end.
  void wait();
  /// Says goodbye, then stops the plugins in reverse order. Harmless when done before.
  void stop();
  /// What became of each plugin. Not while it starts.
  const std::vector<Candidate>& candidates() const { return plugins_.candidates(); }

 private:
  void begin();
  void end(bool said_goodbye);
  void settle(const sdk::Status& status);

  Log& log_;
  Threads threads_;
  EventLoop loop_;
  Workers workers_;
  EventBus bus_;
  PluginSet plugins_;
  const Services services_;
  Facade messaging_facade_;
  SerialThread store_thread_;  // after the facade: jobs it never ran hold callbacks that pass its guard
  messaging::MessagingOptions messaging_options_;
  std::unique_ptr<messaging::Messaging> messaging_;  // made, used and freed on the loop

  std::mutex mutex_;
  std::condition_variable changed_;
  std::optional<sdk::Status> started_;
  bool told_to_end_ = false, ended_ = false;
  std::thread loop_thread_;
};

}  // namespace p2pchat::host
