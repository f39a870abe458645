// SPDX-License-Identifier: MIT
#pragma once
#include "loop/threads.hpp"

#include <p2pchat/fn.hpp>

#include <functional>
#include <memory>

namespace p2pchat::host {

/// The host's one event loop. Thread: any, unless said otherwise; callbacks run on the thread that is in `run`.
class EventLoop {
 public:
  explicit EventLoop(Threads& threads);
  ~EventLoop();
  /// Claims the loop's tag for the calling thread and serves it until `stop`.
  void run();
  /// Ends `run` after the callback that runs now; what is queued is dropped with the loop.
  void stop();
  /// Whether the calling thread is in `run`.
  bool is_current() const { return threads_.on(Tag::loop); }
  /// A number for a timer, a subscription or a callback; never 0, never the same twice.
  std::uint64_t next_token();
  /// Runs `f` after what is already there.
  void post(sdk::Fn<void()>&& f);
  /// Runs `f` in `ms` milliseconds, unless `cancel(token)` comes first.
  void after(std::uint64_t token, std::uint64_t ms, sdk::Fn<void()>&& f);
  void cancel(std::uint64_t token);
  /// Hears the first SIGINT, SIGTERM or SIGHUP. A second one meets the default and ends the process at once.
  void on_signal(std::function<void(int number)> f);

 private:
  struct Parts;
  void arm();
  Threads& threads_;
  std::unique_ptr<Parts> parts_;
};

/// Monotonic time in microseconds from an arbitrary start.
std::uint64_t ticks_us() noexcept;

}  // namespace p2pchat::host
