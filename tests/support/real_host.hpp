// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace p2pchat::test {

/// A thread that runs calls in the order they were posted, and timers when they are due.
class RealLoop {
 public:
  using Job = sdk::Fn<void()>;
  RealLoop();
  /// Runs what is already posted, then ends. Timers that are not due are dropped.
  ~RealLoop();
  /// Thread: any.
  void post(Job&& job);
  /// Runs `job` in `ms` milliseconds; the token cancels it. Thread: any.
  std::uint64_t after(std::uint64_t ms, Job&& job);
  void cancel(std::uint64_t token);
  /// Pretends that `ms` milliseconds have passed: timers become due, clocks of its hosts jump. Thread: any.
  void skip(std::uint64_t ms);
  /// Microseconds since the machine started, and what was skipped. Thread: any.
  std::uint64_t ticks_us() const;
  /// Runs `f` on the loop and waits until it has run. Thread: any but the loop.
  void call(const std::function<void()>& f);
  /// Waits until the condition, evaluated on the loop, holds; false after `limit`. Thread: any but the loop.
  bool wait_until(const std::function<bool()>& condition, std::chrono::seconds limit = std::chrono::seconds(60));

 private:
  using Clock = std::chrono::steady_clock;
  Clock::time_point now() const { return Clock::now() + skipped_.load(); }
  void run();
  std::atomic<Clock::duration> skipped_{};
  std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<Job> posted_;
  std::map<std::pair<Clock::time_point, std::uint64_t>, Job> timers_;
  std::map<std::uint64_t, Clock::time_point> when_;
  std::uint64_t next_token_ = 1;
  bool ending_ = false;
  std::thread thread_;
};

/// A `Host` for tests of what cannot live in virtual time: real clock, a real loop, which several hosts may share, and
/// one worker each, unless they are given one to share. Each carries its own events only.
class RealHost final : public sdk::Host {
 public:
  using EventFn = sdk::Fn<void(sdk::str topic, const sdk::Id& subject, sdk::bytes detail)>;
  explicit RealHost(RealLoop& loop, RealLoop* shared_worker = nullptr)
      : loop_(loop),
        own_worker_(shared_worker ? nullptr : std::make_unique<RealLoop>()),
        worker_(shared_worker ? *shared_worker : *own_worker_) {}
  ~RealHost() { drop_callbacks(); }

  /// To be called before the plugin starts.
  void set(const std::string& key, const std::string& value) { settings_[key] = value; }
  template <class I>
  void provide(I& implementation) {
    interfaces_[I::iid].push_back(&implementation);
  }
  /// Drops all timers, posts and subscriptions, as the host does when a plugin stops. Thread: loop, or when nothing
  /// runs any more.
  void drop_callbacks();
  /// What was logged so far. Thread: any.
  std::vector<std::string> log_lines();

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override;
  std::uint64_t ticks_us() noexcept override { return loop_.ticks_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override;
  void post(sdk::Fn<void()>&& f) noexcept override;
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, EventFn&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  struct Subscription {
    std::string prefix;
    EventFn f;
  };
  sdk::Fn<void()> guarded(sdk::Fn<void()>&& f) const;
  RealLoop& loop_;
  mutable std::mutex alive_mutex_;
  std::shared_ptr<std::atomic<bool>> alive_ = std::make_shared<std::atomic<bool>>(true);
  std::map<std::string, std::string> settings_;
  std::map<std::string, std::vector<void*>> interfaces_;
  std::atomic<std::uint64_t> subscribed_ = 0;
  std::map<std::uint64_t, Subscription> subscriptions_;  // of the loop's thread
  std::mutex log_mutex_;
  std::vector<std::string> log_lines_;
  std::unique_ptr<RealLoop> own_worker_;
  RealLoop& worker_;
};

}  // namespace p2pchat::test
