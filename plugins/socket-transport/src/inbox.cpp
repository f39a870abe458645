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

/// Each buffer when it comes by.
void Inbox::give_back(Batch& batch) {
  const auto held = batch.octets.capacity() + batch.events.capacity() * sizeof(Event);
  const auto used = batch.octets.size() + batch.events.size() * sizeof(Event);
  calm_ = held > usual_octets && used > held / 4 ? 0 : calm_ + 1;
  if (calm_ > calm_batches && held > usual_octets) batch = {};
}

Inbox::Readers Inbox::take(Batch& batch) {
  give_back(batch);
  batch.events.clear();
  batch.octets.clear();
  const std::lock_guard lock(mutex_);
  std::swap(batch, waiting_);
  awake_ = !batch.events.empty();
  return std::exchange(paused_, false) ? Readers::paused : Readers::reading;
}

}  // namespace p2pchat::socket_transport
