// SPDX-License-Identifier: MIT
#pragma once
#include "loop/serial_lane.hpp"
#include "messaging/messaging.hpp"
#include "node/runtime.hpp"
#include "plugins/plugin_set.hpp"

#include <p2pchat/ui.hpp>

namespace p2pchat::host {

/// What a node is made of.
struct NodeOptions {
  std::vector<Candidate> candidates;  ///< judged by `judge_files`
  std::vector<std::string> plugins;   ///< the ids of the profile
  PluginSet::Tables tables;
  messaging::MessagingOptions messaging;
};

/// One running node: plugins and messaging, started and stopped in their order. Many may share a runtime.
///
/// Stopped before it is freed, or freed after the loop has ended. Thread: [loop], unless said otherwise.
class Node {
 public:
  using DoneFn = Runtime::DoneFn;

  /// Thread: any.
  Node(NodeOptions options, Runtime& runtime, Log& log);
  ~Node();
  /// Starts the plugins, then messaging. `done` when the node is ready or has failed. Errors say what to do.
  void start(DoneFn done);
  /// Says goodbye, then stops the plugins in reverse order, then calls `done`, which may free the node. Called once.
  void stop(std::function<void()> done);
  /// The user interface of the profile, or null. Valid until `stop`. Thread: any.
  sdk::Ui* ui() { return messaging_facade_.get<sdk::Ui>(); }
  /// The host as the program itself sees it. Thread: any.
  sdk::Host& host() { return messaging_facade_; }
  /// What became of each plugin. Thread: any, but not while it starts.
  const std::vector<Candidate>& candidates() const { return plugins_.candidates(); }

 private:
  void end();
  void goodbye_is_late();

  Runtime& runtime_;
  Log& log_;
  EventBus bus_;
  PluginSet plugins_;
  const Services services_;
  Facade messaging_facade_;
  SerialLane store_thread_;  // after the facade: jobs it never ran hold callbacks that pass its guard
  messaging::MessagingOptions messaging_options_;
  std::unique_ptr<messaging::Messaging> messaging_;  // made, used and freed on the loop
  std::uint64_t goodbye_timer_ = 0;
  std::function<void()> stopped_;  // called once the node has ended
  std::shared_ptr<Node*> self_;    // empties what is on the loop when the node is gone
};

}  // namespace p2pchat::host
