// SPDX-License-Identifier: MIT
#pragma once
#include "intake.hpp"

#include <p2pchat/fn.hpp>

#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace p2pchat::isolation {

/// Runs calls in order of time, then of asking: with one thread, the loop of a worker. Thread: any.
class WorkerLoop {
 public:
  /// Hears how long a call took that took over 50 ms. Thread: that of the call.
  using Slow = std::function<void(std::chrono::milliseconds)>;
  explicit WorkerLoop(unsigned threads = 1, Slow slow = {}) : slow_(std::move(slow)) {
    while (threads_.size() < threads) threads_.emplace_back([this] { serve(); });
  }
  ~WorkerLoop();
  /// Reads while a thread of it has nothing else to do: what is for this loop then runs on the thread that read it.
  void attend(std::shared_ptr<Intake> intake);
  /// Runs `f`, after what is already there.
  void post(sdk::Fn<void()>&& f) { (void)after(0, std::move(f)); }
  /// Runs `f` in so many milliseconds; returns a number that cancels it, never 0.
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f);
  void cancel(std::uint64_t number);
  /// Whether this thread is its first.
  bool here() const { return threads_.front().get_id() == std::this_thread::get_id(); }
  /// Runs `f` as `post` does, and waits until it has run. False when its first thread has worked at it for longer than
  /// `most`, which it may do for ever: a machine that is busy with something else does not count. Thread: any but its
  /// own.
  bool run(std::function<void()> f, std::optional<std::chrono::milliseconds> most = {});
  /// Drops what has not run, and what comes later; the threads end after the calls that run now.
  void end();
  /// `end`, and waits for the threads. Harmless when done before. Thread: any but its own ones.
  void stop();

 private:
  using Clock = std::chrono::steady_clock;
  using Place = std::pair<Clock::time_point, std::uint64_t>;
  void serve();
  void run_first(std::unique_lock<std::mutex>& lock);
  void rest(std::unique_lock<std::mutex>& lock);
  void wake_one();
  std::chrono::nanoseconds worked();

  const Slow slow_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::map<Place, sdk::Fn<void()>> queue_;
  std::map<std::uint64_t, Clock::time_point> due_;
  std::uint64_t last_number_ = 0;
  bool stopped_ = false;
  std::shared_ptr<Intake> intake_;
  int nudge_ = -1;                        // wakes the thread that reads
  std::optional<std::thread::id> reads_;  // which, while it rests
  unsigned resting_ = 0;                  // the others that rest
  std::vector<std::thread> threads_;
};

}  // namespace p2pchat::isolation
