// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace p2pchat::isolation {

/// What one worker wants run on the loop of its node, in order.
///
/// When the loop itself waits for the worker, it serves the worker's calls meanwhile: to the rest of the node that is
/// what a plugin in the process does that calls others while it is called. Callbacks wait until the loop is free, so
/// that nobody hears an event in the middle of a call. Thread: any, unless said otherwise.
class Line : public std::enable_shared_from_this<Line> {
 public:
  using Clock = std::chrono::steady_clock;
  using Post = std::function<void(sdk::Fn<void()>&&)>;
  enum class Sort { call, callback };

  /// `post` runs what it gets on the loop.
  explicit Line(Post post) : post_(std::move(post)) {}
  /// Says that this thread is the loop.
  void claim() { loop_ = std::this_thread::get_id(); }
  /// Whether this thread is the loop.
  bool here() const { return loop_.load() == std::this_thread::get_id(); }
  void add(Sort sort, sdk::Fn<void()>&& job);
  /// Waits for what may bring a call or what is waited for, unless it is there; false when it cannot wait.
  using Read = std::function<bool(const std::function<bool()>& is_there)>;
  /// Serves calls until `over` says so; false when that took until `limit`. Thread: the loop.
  bool serve_until(const std::function<bool()>& over, std::optional<Clock::time_point> limit, const Read& read = {});
  /// Forgets what waits: it may hold on to whoever holds this.
  void drop();
  /// Makes `serve_until` ask again whether it is over.
  void wake();

 private:
  struct Job {
    Sort sort;
    sdk::Fn<void()> run;
  };
  std::optional<Job> next(bool callbacks_too);

  const Post post_;
  std::atomic<std::thread::id> loop_{};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Job> jobs_;
  bool woken_ = false;
};

}  // namespace p2pchat::isolation
