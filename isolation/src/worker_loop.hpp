// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

namespace p2pchat::isolation {

/// A thread that runs calls in order of time, then of asking: the loop of a worker. Thread: any.
class WorkerLoop {
 public:
  WorkerLoop() : thread_([this] { run(); }) {}
  ~WorkerLoop() { stop(); }
  /// Runs `f` on the thread, after what is already there.
  void post(sdk::Fn<void()>&& f) { (void)after(0, std::move(f)); }
  /// Runs `f` in so many milliseconds; returns a number that cancels it, never 0.
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f);
  void cancel(std::uint64_t number);
  /// Drops what has not run, and what comes later; the thread ends after the call that runs now.
  void end();
  /// `end`, and waits for the thread. Harmless when done before. Thread: any but its own.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  using Place = std::pair<Clock::time_point, std::uint64_t>;
  void run();

  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<Place, sdk::Fn<void()>> queue_;
  std::map<std::uint64_t, Clock::time_point> due_;
  std::uint64_t last_number_ = 0;
  bool stopped_ = false;
  std::thread thread_;
};

}  // namespace p2pchat::isolation
