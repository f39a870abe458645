// SPDX-License-Identifier: MIT
#pragma once
#include "transport/inbox.hpp"
#include "transport/settings.hpp"

namespace p2pchat::transport {

/// Hands the loop what an inbox holds, a turn at a time, so that other work of the loop gets its turn. Thread: [loop].
template <class Event>
class Turns {
 public:
  /// Hands on for `turn_us` at most, in order; a later turn goes on where this one ended. `handle` takes an event with
  /// its octets and says whether to go on: no when the transport has stopped. `resume` hears that readers had paused.
  /// Returns whether another turn is to follow.
  template <class Handle, class Resume>
  bool take(sdk::Host& host, InboxOf<Event>& inbox, const Handle& handle, const Resume& resume) {
    if (next_ == batch_.events.size()) {
      next_ = 0;
      if (inbox.take(batch_) == InboxOf<Event>::Readers::paused) resume();
      if (batch_.events.empty()) return false;
    }
    const auto until_us = host.ticks_us() + turn_us;
    while (next_ < batch_.events.size()) {
      const auto& event = batch_.events[next_++];
      if (!handle(event, batch_.octets_of(event))) return false;
      if (host.ticks_us() > until_us) break;
    }
    return true;
  }

 private:
  BatchOf<Event> batch_;
  std::size_t next_ = 0;  // of the batch
};

}  // namespace p2pchat::transport
