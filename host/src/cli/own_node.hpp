// SPDX-License-Identifier: MIT
#pragma once
#include "backup/key_wish.hpp"
#include "cli/setup.hpp"
#include "logging/rotated_log.hpp"
#include "node/node.hpp"

#include <atomic>

namespace p2pchat::host {

/// What of the log goes to stderr: a screen that the user interface fills must not be written over; one it shares with
/// us gets what matters.
Stderr stderr_for(const Setup& setup);

/// The node the person sits at, from its start to its end. Thread: [main].
class OwnNode {
 public:
  /// All outlive it.
  OwnNode(const Setup& setup, NodeOptions options, Runtime& runtime, Log& log);
  /// `stop`.
  ~OwnNode();
  /// Starts it. The exit code when that was all: it failed, which has been reported, or the program was told to end.
  std::optional<int> start();
  /// Tells the user interface, or who reads the log when there is none.
  void say(const std::string& sentence);
  /// Asks the user interface to show itself where these lines say; see `isolation::Door`. Thread: any.
  void show_again(const std::string& display) { node_.host().publish("ui.show", {}, sdk::bytes::of(display)); }
  /// Shows the user interface, or waits for a signal when the profile has none; returns the exit code.
  int show();
  /// Whether the person took another identity in: with it everything begins again.
  bool begins_again() const { return begins_again_; }
  /// Harmless when done before.
  void stop();

 private:
  std::vector<std::string> report_refused();
  void answer(std::string_view topic, const std::string& plugin);
  void fulfil(const std::string& topic, const std::string& detail);
  void fulfilled(const backup::KeyWish& wish, const sdk::Status& status);
  int give_up(const std::string& why, const std::vector<std::string>& refused);

  const Setup& setup_;
  Runtime& runtime_;
  Log& log_;
  const backup::OwnKey key_;
  Node node_;
  bool stopped_ = false;
  std::atomic<bool> begins_again_ = false;
};

}  // namespace p2pchat::host
