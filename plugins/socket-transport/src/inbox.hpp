// SPDX-License-Identifier: MIT
#pragma once
#include "endpoint.hpp"

#include <cstdint>
#include <functional>
#include <mutex>
#include <span>
#include <vector>

namespace p2pchat::socket_transport {

/// Names a stream between the two threads. Never used twice.
using StreamId = std::uint64_t;

/// What the socket thread has to tell the loop.
struct Event {
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
  Endpoint place;
  std::size_t begin = 0, size = 0;  ///< where `octets` lie in the batch
};

/// Events with what belongs to them, in the order they happened.
struct Batch {
  std::vector<Event> events;
  std::vector<std::uint8_t> octets;
  std::span<const std::uint8_t> octets_of(const Event& event) const {
    return std::span(octets).subspan(event.begin, event.size);
  }
};

/// The crossing from the socket thread to the loop: what happens while the loop is busy becomes one batch, and the loop
/// is woken once. Both buffers go back and forth, so that a busy connection allocates nothing; what a rush made them
/// grow to is given back when little came for a while.
class Inbox {
 public:
  /// What a buffer may always hold, and in how many batches in a row little came before it gives back what is above.
  static constexpr std::size_t usual_octets = 4096, calm_batches = 4;
  /// `wake` is called on the socket thread; the loop then calls `take` until there was nothing.
  Inbox(std::size_t limit, std::function<void()> wake) : limit_(limit), wake_(std::move(wake)) {}
  /// Adds an event and its octets. False when the loop is so far behind that reading must pause until `room`; it is
  /// told so by `take`. Thread: sockets.
  bool push(Event event, std::span<const std::uint8_t> octets = {});
  /// Whether reading may go on; otherwise the next `take` tells. Thread: sockets.
  bool room();

  enum class Readers : std::uint8_t { reading, paused };
  /// Swaps what came for `batch`, whose contents are dropped. When nothing came, the next event wakes the loop again.
  /// Thread: loop.
  Readers take(Batch& batch);

 private:
  bool room_locked();
  void give_back(Batch& batch);
  const std::size_t limit_;
  const std::function<void()> wake_;
  std::mutex mutex_;
  Batch waiting_;
  std::size_t calm_ = 0;  // batches in a row that would have fitted a quarter of their buffer
  bool awake_ = false;
  bool paused_ = false;
};

}  // namespace p2pchat::socket_transport
