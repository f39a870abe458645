// SPDX-License-Identifier: MIT
#pragma once
#include <atomic>
#include <cstdint>

namespace p2pchat::trust {

/// Whether a thread gets on: what another thread can see of the calls it makes. Written by one thread.
class Pulse {
 public:
  void began() noexcept {
    // In one order with `await_call`: either this sees that somebody waits, or they see the call.
    depth_.store(depth_.load(std::memory_order_relaxed) + 1);
    step();
    if (waiter_.load() == Waiter::waits) wake();
  }
  void ended() noexcept {
    depth_.store(depth_.load(std::memory_order_relaxed) - 1, std::memory_order_relaxed);
    // In one order with `give_up`: either this sees that it was given up, or they see that it got on.
    steps_.store(steps_.load(std::memory_order_relaxed) + 1);
    if (given_up_.load()) given_up_.wait(true);
  }
  /// Whether it is in a call. Thread: any, as `steps`.
  bool is_in_a_call() const noexcept { return depth_.load(std::memory_order_relaxed) > 0; }
  /// Calls begun and ended so far; one that does not change while it is in a call does not return.
  std::uint64_t steps() const noexcept { return steps_.load(std::memory_order_relaxed); }
  /// Gives up the call it is in at that step: false when it got on meanwhile. When the call ends after all, it does not
  /// return before `take_back`. Thread: one other, as `take_back`.
  bool give_up(std::uint64_t step) noexcept;
  void take_back() noexcept;
  /// Waits until the thread is in a call. Returns at once, now and from now on, after `wait_no_more`. Thread: one
  /// other.
  void await_call() noexcept;
  /// Thread: any.
  void wait_no_more() noexcept;

 private:
  enum class Waiter : std::int32_t { none, waits, ended };
  void wake() noexcept;
  void step() noexcept { steps_.store(steps_.load(std::memory_order_relaxed) + 1, std::memory_order_relaxed); }
  std::atomic<std::uint32_t> depth_ = 0;
  std::atomic<std::uint64_t> steps_ = 0;
  std::atomic<bool> given_up_ = false;
  std::atomic<Waiter> waiter_ = Waiter::none;
};

/// That of this thread, if it is watched.
inline constinit thread_local Pulse* watched = nullptr;

}  // namespace p2pchat::trust
