// SPDX-License-Identifier: MIT
#include "inbox.hpp"

#include <utility>

namespace p2pchat::socket_transport {

bool Inbox::room_locked() {
  const bool room = waiting_.octets.size() + waiting_.events.size() * sizeof(Event) < limit_;
  paused_ = paused_ || !room;
  return room;
}

bool Inbox::push(Event event, std::span<const std::uint8_t> octets) {
  bool must_wake = false, room = false;
  {
    const std::lock_guard lock(mutex_);
    event.begin = waiting_.octets.size();
    event.size = octets.size();
    waiting_.octets.insert(waiting_.octets.end(), octets.begin(), octets.end());
    waiting_.events.push_back(event);
    must_wake = !std::exchange(awake_, true);
    room = room_locked();
  }
  if (must_wake) wake_();
  return room;
}

bool Inbox::room() {
  const std::lock_guard lock(mutex_);
  return room_locked();
}

Inbox::Readers Inbox::take(Batch& batch) {
  batch.events.clear();
  batch.octets.clear();
  const std::lock_guard lock(mutex_);
  std::swap(batch, waiting_);
  awake_ = !batch.events.empty();
  return std::exchange(paused_, false) ? Readers::paused : Readers::reading;
}

}  // namespace p2pchat::socket_transport
