// SPDX-License-Identifier: MIT
#pragma once
#include "support/virtual_host.hpp"

#include <condition_variable>
#include <cstdlib>
#include <deque>
#include <memory>
#include <mutex>
#include <set>

namespace p2pchat::test {

class NearHost;

/// Virtual time that a node shares with the workers of its plugins. Ten times a second, and when something has reached
/// one, they meet: each worker comes to the same time, and the clock goes on when neither it nor the node has anything
/// left to do there. So the contract of an interface is the same through a worker, however busy the machine is, where
/// it does not matter that a worker is up to 100 ms behind. Thread: that of the clock, unless said otherwise.
class SharedTime {
 public:
  explicit SharedTime(VirtualClock& clock) : clock_(clock) { meet_often(); }
  ~SharedTime() { clock_.cancel(next_); }
  SharedTime(const SharedTime&) = delete;
  VirtualClock& clock() { return clock_; }
  void add(NearHost& worker) { workers_.push_back(&worker); }
  void remove(NearHost& worker) { std::erase(workers_, &worker); }
  /// Runs a job on the thread of the clock. Thread: any.
  void post(sdk::Fn<void()>&& job);
  /// A worker has come to the time it was told. Thread: any.
  void arrived();
  /// Something will have reached a worker in so many microseconds.
  void expect_in(std::uint64_t us);

 private:
  static constexpr std::uint64_t often_us = 100'000;
  void meet();
  void meet_often();
  bool work_until_all_arrived();

  VirtualClock& clock_;
  std::uint64_t next_ = 0;
  std::set<std::uint64_t> meetings_us_;  // that are at the clock, beside the usual ones
  std::vector<NearHost*> workers_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<sdk::Fn<void()>> jobs_;
  std::size_t on_the_way_ = 0;
};

/// The `Host` of what stands for an isolated plugin, on the node's side of shared time.
class NearHost final : public sdk::Host {
 public:
  explicit NearHost(SharedTime& time) : time_(time) {}
  ~NearHost();
  void set(const std::string& key, const std::string& value) { settings_[key] = value; }
  template <class I>
  void provide(I& implementation) {
    interfaces_[I::iid] = &implementation;
  }
  /// Waits until the worker has been made; from then on it shares the time.
  void await_worker();
  /// Tells the worker what time it is, which answers `SharedTime::arrived`.
  void tell(std::uint64_t now_us);

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override { return time_.clock().now_us() / 1000; }
  std::uint64_t ticks_us() noexcept override { return time_.clock().now_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override { ::arc4random_buf(p, n); }
  void post(sdk::Fn<void()>&& f) noexcept override;
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept override;
  void publish(sdk::str, const sdk::Id&, sdk::bytes) noexcept override {}
  void cancel(std::uint64_t token) noexcept override { time_.clock().cancel(token); }
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  using TimeFn = sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>;
  SharedTime& time_;
  std::map<std::string, std::string> settings_;
  std::map<std::string, void*> interfaces_;
  const std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
  std::mutex mutex_;
  std::condition_variable made_;
  std::shared_ptr<TimeFn> told_;  // by the worker: how it hears what time it is
};

/// The `Host` of the plugin in its worker: time, chance and offloaded work are of shared time, the rest is the node's.
/// Thread: the worker's loop.
class FarHost final : public sdk::Host {
 public:
  explicit FarHost(sdk::Host& node);

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override { node_.log(level, text); }
  bool config(sdk::str key, sdk::Out& value) noexcept override { return node_.config(key, value); }
  std::uint64_t now_ms() noexcept override { return here_.now_ms(); }
  std::uint64_t ticks_us() noexcept override { return here_.ticks_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override { node_.random(p, n); }
  void post(sdk::Fn<void()>&& f) noexcept override { here_.post(std::move(f)); }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override {
    return here_.after(ms, std::move(f)) << 1;  // those of the node are odd
  }
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override {
    here_.offload(std::move(work), std::move(done));
  }
  std::uint64_t subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept override {
    return node_.subscribe(prefix, std::move(f));
  }
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override {
    node_.publish(topic, subject, detail);
  }
  void cancel(std::uint64_t token) noexcept override {
    token % 2 == 0 ? here_.cancel(token >> 1) : node_.cancel(token);
  }
  void* query(sdk::str iid, std::uint32_t index) noexcept override { return node_.query(iid, index); }

 private:
  void come_to(std::uint64_t now_us);
  sdk::Host& node_;
  VirtualClock clock_;
  VirtualHost here_{clock_};
};

}  // namespace p2pchat::test
