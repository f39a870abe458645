// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <chrono>
#include <condition_variable>
#include <map>
#include <mutex>
#include <string>
#include <thread>

namespace p2pchat::test {

/// A `Host` with a real loop thread and a real clock, for what must be tested across threads and processes.
class ThreadHost final : public sdk::Host {
 public:
  ThreadHost();
  ~ThreadHost() { stop(); }
  /// Ends the loop; what was posted and has not run is dropped. To be called before what the loop uses goes away.
  void stop();
  template <class I>
  void provide(I& implementation) {
    interfaces_[I::iid] = &implementation;
  }
  /// Waits until everything posted so far has run.
  void settle();

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level, sdk::str) noexcept override {}
  bool config(sdk::str, sdk::Out&) noexcept override { return false; }
  std::uint64_t now_ms() noexcept override;
  std::uint64_t ticks_us() noexcept override;
  void random(std::uint8_t* p, std::uint64_t n) noexcept override { std::memset(p, 7, n); }
  void post(sdk::Fn<void()>&& f) noexcept override { after(0, std::move(f)); }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  using Clock = std::chrono::steady_clock;
  struct Subscription {
    std::string prefix;
    sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)> f;
  };
  void run();
  std::mutex mutex_;
  std::condition_variable news_;
  bool stopping_ = false;
  std::uint64_t next_ = 1;
  std::map<std::pair<Clock::time_point, std::uint64_t>, sdk::Fn<void()>> calls_;
  std::map<std::uint64_t, Subscription> subscriptions_;  // of the loop's thread
  std::map<std::string, void*> interfaces_;
  std::thread thread_;
};

}  // namespace p2pchat::test
