// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/callbacks.hpp"

namespace p2pchat::host {

/// Topics that begin so reach the program alone, with who published them behind a slash.
inline constexpr std::string_view secret_topics = "secret.";
/// What the program calls itself among the plugins.
inline constexpr std::string_view program_itself = "messaging";

/// Who hears which events. Thread: any; events are told on the loop, in the order of publishing.
class EventBus {
 public:
  using EventFn = sdk::Fn<void(sdk::str topic, const sdk::Id& subject, sdk::bytes detail)>;

  explicit EventBus(EventLoop& loop);
  /// Adds a listener to topics that begin with `prefix`; cancelled by dropping the token from `owner`. 0 when `owner`
  /// has stopped.
  std::uint64_t subscribe(const std::shared_ptr<Callbacks>& owner, std::string prefix, EventFn&& f);
  void publish(std::string_view topic, const sdk::Id& subject, sdk::bytes detail);

 private:
  struct Listeners;
  EventLoop& loop_;
  std::shared_ptr<Listeners> listeners_;  // events on the loop may outlive the bus
};

}  // namespace p2pchat::host
