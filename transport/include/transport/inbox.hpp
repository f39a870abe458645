// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

namespace p2pchat::transport {

/// Names a stream between the two threads. Never used twice.
using StreamId = std::uint64_t;

/// What the socket thread has to tell the loop; a Place is how a transport says where something is.
template <class Place>
struct EventAt {
  enum class Kind : std::uint8_t {
    accepted,     ///< a stranger connected: `place` is the stranger, `value` the descriptor
    connected,    ///< a connection stands: `value` is the descriptor
    control,      ///< a stranger began with a control frame that nothing may follow: `octets`; it is read no more
    frames,       ///< whole frames arrived: `octets` with their headers
    ended,        ///< nothing more will be read: `value` is errno, 0 after an orderly end
    writable,     ///< there is room to write again
    datagram,     ///< a datagram: `octets`, from `place`
    unreachable,  ///< the network says that `place` cannot be reached
    trouble       ///< for the log: `octets` is a text
  };
  Kind kind = Kind::trouble;
  int value = 0;
  StreamId stream = 0;
  Place place{};
  std::size_t begin = 0, size = 0;  ///< where `octets` lie in the batch
};

/// Events with what belongs to them, in the order they happened.
template <class Event>
struct BatchOf {
  std::vector<Event> events;
  std::vector<std::uint8_t> octets;
  std::span<const std::uint8_t> octets_of(const Event& event) const {
    return std::span(octets).subspan(event.begin, event.size);
  }
};

/// The crossing from the socket thread to the loop: what happens while the loop is busy becomes one batch, and the loop
/// is woken once. Both buffers go back and forth, so that a busy connection allocates nothing; what a rush made them
/// grow to is given back when little came for a while.
template <class Event>
class InboxOf {
 public:
  using Batch = BatchOf<Event>;
  /// What a buffer may always hold, and in how many batches in a row little came before it gives back what is above.
  static constexpr std::size_t usual_octets = 4096, calm_batches = 4;
  /// `wake` is called on the socket thread; the loop then calls `take` until there was nothing.
  InboxOf(std::size_t limit, std::function<void()> wake) : limit_(limit), wake_(std::move(wake)) {}
  /// Adds an event and its octets. False when the loop is so far behind that reading must pause until `room`; it is
  /// told so by `take`. Thread: sockets.
  bool push(Event event, std::span<const std::uint8_t> octets = {}) {
    bool must_wake = false, room = false;
    {
      const std::lock_guard lock(mutex_);
      event.begin = waiting_.octets.size();
      event.size = octets.size();
      waiting_.octets.insert(waiting_.octets.end(), octets.begin(), octets.end());
      waiting_.events.push_back(std::move(event));
      must_wake = !std::exchange(awake_, true);
      room = room_locked();
    }
    if (must_wake) wake_();
    return room;
  }
  /// Whether reading may go on; otherwise the next `take` tells. Thread: sockets.
  bool room() {
    const std::lock_guard lock(mutex_);
    return room_locked();
  }

  enum class Readers : std::uint8_t { reading, paused };
  /// Swaps what came for `batch`, whose contents are dropped. When nothing came, the next event wakes the loop again.
  /// Thread: loop.
  Readers take(Batch& batch) {
    give_back(batch);
    batch.events.clear();
    batch.octets.clear();
    const std::lock_guard lock(mutex_);
    std::swap(batch, waiting_);
    awake_ = !batch.events.empty();
    return std::exchange(paused_, false) ? Readers::paused : Readers::reading;
  }

 private:
  bool room_locked() {
    const bool room = waiting_.octets.size() + waiting_.events.size() * sizeof(Event) < limit_;
    paused_ = paused_ || !room;
    return room;
  }
  /// Each buffer when it comes by.
  void give_back(Batch& batch) {
    const auto held = batch.octets.capacity() + batch.events.capacity() * sizeof(Event);
    const auto used = batch.octets.size() + batch.events.size() * sizeof(Event);
    calm_ = held > usual_octets && used > held / 4 ? 0 : calm_ + 1;
    if (calm_ > calm_batches && held > usual_octets) batch = {};
  }

  const std::size_t limit_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  Batch waiting_;
  std::size_t calm_ = 0;  // batches in a row that would have fitted a quarter of their buffer
  bool awake_ = false;
  bool paused_ = false;
};

}  // namespace p2pchat::transport
