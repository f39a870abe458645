// SPDX-License-Identifier: MIT
#pragma once
#include "messaging/serial.hpp"

#include <p2pchat/host.hpp>

#include <chrono>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace p2pchat::bench {

/// A thread that runs calls in order, and timers: a loop, a worker, or the store's thread.
///
/// Threads bear the name of the thread that made them, by which their CPU time is told apart.
class Thread final : public messaging::Serial {
 public:
  Thread();
  ~Thread();
  void run(sdk::Fn<void()>&& job) override;
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& job);
  void cancel(std::uint64_t token);

 private:
  using Clock = std::chrono::steady_clock;
  void serve();
  std::mutex mutex_;
  std::condition_variable news_;
  bool ending_ = false;
  std::deque<sdk::Fn<void()>> jobs_;
  std::map<std::pair<Clock::time_point, std::uint64_t>, sdk::Fn<void()>> timers_;
  std::map<std::uint64_t, Clock::time_point> due_;
  std::uint64_t next_ = 1;
  std::thread thread_;
};

/// The smallest host that real plugins run on: one loop, one worker, real time.
class BenchHost final : public sdk::Host {
 public:
  explicit BenchHost(std::map<std::string, std::string> settings) : settings_(std::move(settings)) {}
  template <class I>
  void provide(I& implementation) {
    interfaces_[I::iid] = &implementation;
  }

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override;
  std::uint64_t ticks_us() noexcept override;
  void random(std::uint8_t* p, std::uint64_t n) noexcept override;
  void post(sdk::Fn<void()>&& f) noexcept override { loop_.run(std::move(f)); }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override { return loop_.after(ms, std::move(f)); }
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override { loop_.cancel(token); }
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  struct Subscription {
    std::string prefix;
    sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)> f;
  };
  std::map<std::string, std::string> settings_;
  std::map<std::string, void*, std::less<>> interfaces_;
  std::vector<Subscription> subscriptions_;  // of the loop; never ended here
  Thread loop_, worker_;
};

}  // namespace p2pchat::bench
