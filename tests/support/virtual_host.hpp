// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <functional>
#include <map>
#include <random>
#include <string>
#include <vector>

namespace p2pchat::test {

/// One event heap and one clock that several `VirtualHost`s share: a deterministic world.
///
/// Nothing runs until `run_for` or `run_until` is called; then calls run in order of (time, insertion).
class VirtualClock {
 public:
  /// Microseconds since the world began.
  std::uint64_t now_us() const { return now_us_; }
  /// Runs `f` at an absolute time; returns a token for `cancel`.
  std::uint64_t at(std::uint64_t us, std::function<void()> f);
  void cancel(std::uint64_t token);
  /// Lets `ms` pass.
  void run_for(std::uint64_t ms);
  /// Runs until the condition holds or `ms` have passed; returns whether it holds.
  bool run_until(const std::function<bool()>& condition, std::uint64_t ms = 60'000);

 private:
  bool step(std::uint64_t limit_us);
  std::uint64_t now_us_ = 0, next_token_ = 1;
  std::map<std::pair<std::uint64_t, std::uint64_t>, std::function<void()>> queue_;
  std::map<std::uint64_t, std::uint64_t> when_;
};

/// A `Host` for tests: virtual time, seeded randomness, a table of settings and of interfaces.
///
/// `offload` runs its work at once on the same thread, its `done` in the next step. Log lines are kept.
class VirtualHost final : public sdk::Host {
 public:
  explicit VirtualHost(VirtualClock& clock, std::uint64_t seed = 1) : clock_(clock), random_(seed) {}
  ~VirtualHost();

  /// Makes `query(iid, n)` answer with this pointer, n counting the calls per iid.
  void provide(const std::string& iid, void* interface) { interfaces_[iid].push_back(interface); }
  template <class I>
  void provide(I& implementation) {
    provide(I::iid, &implementation);
  }
  void set(const std::string& key, const std::string& value) { settings_[key] = value; }
  /// Drops all timers, posts and subscriptions, as the host does when a plugin stops.
  void drop_callbacks();
  /// When not 0, Unix time at world begin.
  std::uint64_t epoch_ms = 1'763'923'200'000;
  std::vector<std::string> log_lines;

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override { return epoch_ms + clock_.now_us() / 1000; }
  std::uint64_t ticks_us() noexcept override { return clock_.now_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override;
  void post(sdk::Fn<void()>&& f) noexcept override { after(0, std::move(f)); }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override;
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  struct Subscription {
    std::string prefix;
    sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)> f;
  };
  VirtualClock& clock_;
  std::mt19937_64 random_;
  std::map<std::string, std::vector<void*>> interfaces_;
  std::map<std::string, std::string> settings_;
  std::map<std::uint64_t, Subscription> subscriptions_;
  std::map<std::uint64_t, std::uint64_t> timers_;  // token given out -> token of the clock
  std::uint64_t next_token_ = 1;
};

}  // namespace p2pchat::test
