// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <cstdint>
#include <vector>

namespace p2pchat::simulation {

/// The events of one living thing, so that they can be dropped together. Empty before the heap it was used with ends.
struct Strand {
  std::uint32_t first = 0;  ///< slot, 0: none
};

/// All that will happen in a simulated world, in order of (time, insertion), and its clock.
///
/// One binary heap of 24-byte items over a pool of callbacks: no map, nothing per node. A cancelled event frees its
/// callback at once and leaves a dead item behind until its time. `test::VirtualClock` does the same for small worlds.
class EventHeap {
 public:
  using Token = std::uint64_t;

  EventHeap() : slots_(1) {}
  /// Microseconds since the world began.
  std::uint64_t now_us() const { return now_us_; }
  /// Runs `f` at an absolute time, but not before now; the token, never 0 and below 2^63, cancels it.
  Token at(std::uint64_t us, sdk::Fn<void()>&& f, Strand* strand = nullptr);
  Token in(std::uint64_t us, sdk::Fn<void()>&& f, Strand* strand = nullptr) {
    return at(now_us_ + us, std::move(f), strand);
  }
  /// Drops one event; one that ran or is unknown is ignored.
  void cancel(Token token);
  /// Drops every event of a strand.
  void drop(Strand& strand);
  /// Runs the next event if it is due by `limit_us`.
  bool step(std::uint64_t limit_us);
  /// Lets time pass until `us`.
  void run_to(std::uint64_t us);
  void run_for(std::uint64_t us) { run_to(now_us_ + us); }
  /// How many events ran.
  std::uint64_t count() const { return count_; }

 private:
  struct Slot {
    sdk::Fn<void()> f;
    Strand* strand = nullptr;
    std::uint32_t generation = 1, previous = 0, next = 0;
  };
  struct Item {
    std::uint64_t us, sequence;
    std::uint32_t slot, generation;
    bool operator<(const Item& o) const { return us != o.us ? us > o.us : sequence > o.sequence; }
  };
  sdk::Fn<void()> free(std::uint32_t slot);

  std::vector<Item> heap_;
  std::vector<Slot> slots_;  // the first is nobody's
  std::vector<std::uint32_t> idle_;
  std::uint64_t now_us_ = 0, next_ = 0, count_ = 0;
};

}  // namespace p2pchat::simulation
