// SPDX-License-Identifier: MIT
#pragma once
#include "plugins/callbacks.hpp"

#include <map>

namespace p2pchat::host {

/// Who hears which events. Thread: any; events are told on the loop, in the order of publishing.
class EventBus {
 public:
  using EventFn = sdk::Fn<void(sdk::str topic, const sdk::Id& subject, sdk::bytes detail)>;

  explicit EventBus(EventLoop& loop) : loop_(loop) {}
  /// Adds a listener to topics that begin with `prefix`; cancelled by dropping the token from `owner`. 0 when `owner`
  /// has stopped.
  std::uint64_t subscribe(const std::shared_ptr<Callbacks>& owner, std::string prefix, EventFn&& f);
  void publish(std::string_view topic, const sdk::Id& subject, sdk::bytes detail);

 private:
  struct Listener {
    std::string prefix;
    std::weak_ptr<Callbacks> owner;
  };
  void tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail);

  EventLoop& loop_;
  std::mutex mutex_;
  std::map<std::uint64_t, Listener> listeners_;
};

}  // namespace p2pchat::host
