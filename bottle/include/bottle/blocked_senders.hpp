// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <p2pchat/chat.hpp>
#include <p2pchat/host.hpp>

#include <set>

namespace p2pchat::bottle {

/// Whom I have blocked, as the address book says; read again whenever that changes. Thread: [loop].
class BlockedSenders {
 public:
  /// Without a `chat` nobody is blocked.
  BlockedSenders(sdk::Host& host, sdk::Chat* chat) : host_(host), chat_(chat) {}
  /// Begins to listen; `on_changed` is called after each reading.
  void start(sdk::Fn<void()> on_changed);
  bool contains(const Id& sender) const { return blocked_.contains(sender); }

 private:
  void read();

  sdk::Host& host_;
  sdk::Chat* chat_;
  sdk::Fn<void()> on_changed_;
  std::set<Id> blocked_, next_;
  bool is_reading_ = false, is_stale_ = false;
};

}  // namespace p2pchat::bottle
