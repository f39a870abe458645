// SPDX-License-Identifier: MIT
#pragma once
#include "chance.hpp"
#include "event_heap.hpp"

#include <p2pchat/host.hpp>

#include <functional>
#include <string>
#include <utility>

namespace p2pchat::simulation {

/// The `Host` of all plugins of one simulated node: seeded, in virtual time, cheap enough for a thousand of them.
///
/// `offload` does its work at once, which costs no virtual time, and calls `done` in the next event. Destroying it
/// drops timers, posts and subscriptions, as the end of a process does.
class SimHost final : public sdk::Host {
 public:
  /// Unix time when the world begins, in milliseconds.
  static constexpr std::uint64_t epoch_ms = 1'763'923'200'000;
  using EventFn = sdk::Fn<void(sdk::str, const sdk::Id&, sdk::bytes)>;

  SimHost(EventHeap& heap, std::uint64_t seed, std::uint64_t number)
      : heap_(heap), chance_(seed, Purpose::nodes, number) {}
  ~SimHost() { drop_callbacks(); }
  SimHost(const SimHost&) = delete;
  SimHost& operator=(const SimHost&) = delete;

  /// Makes `query` find this implementation.
  template <class I>
  void provide(I& implementation) {
    interfaces_.emplace_back(I::iid, &implementation);
  }
  /// Ends timers, posts and subscriptions.
  void drop_callbacks() {
    heap_.drop(strand_);
    subscriptions_.clear();
  }
  void set(std::string key, std::string value) { settings_.emplace_back(std::move(key), std::move(value)); }
  /// Hears every line; may be empty.
  std::function<void(sdk::Level, std::string_view)> on_log;
  Strand& strand() { return strand_; }

  std::uint32_t sdk_minor() const noexcept override { return P2PCHAT_SDK_MINOR; }
  void log(sdk::Level level, sdk::str text) noexcept override;
  bool config(sdk::str key, sdk::Out& value) noexcept override;
  std::uint64_t now_ms() noexcept override { return epoch_ms + heap_.now_us() / 1000; }
  std::uint64_t ticks_us() noexcept override { return heap_.now_us(); }
  void random(std::uint8_t* p, std::uint64_t n) noexcept override { chance_.fill(p, n); }
  void post(sdk::Fn<void()>&& f) noexcept override { heap_.in(0, std::move(f), &strand_); }
  std::uint64_t after(std::uint64_t ms, sdk::Fn<void()>&& f) noexcept override {
    return heap_.in(ms * 1000, std::move(f), &strand_);
  }
  void offload(sdk::Fn<void()>&& work, sdk::Fn<void()>&& done) noexcept override;
  std::uint64_t subscribe(sdk::str prefix, EventFn&& f) noexcept override;
  void publish(sdk::str topic, const sdk::Id& subject, sdk::bytes detail) noexcept override;
  void cancel(std::uint64_t token) noexcept override;
  void* query(sdk::str iid, std::uint32_t index) noexcept override;

 private:
  struct Subscription {
    std::uint64_t token;
    std::string prefix;
    EventFn f;
  };
  void tell(const std::string& topic, const sdk::Id& subject, sdk::bytes detail);

  EventHeap& heap_;
  Chance chance_;
  Strand strand_;
  std::vector<std::pair<std::string_view, void*>> interfaces_;
  std::vector<std::pair<std::string, std::string>> settings_;
  std::vector<Subscription> subscriptions_;
  std::uint64_t next_subscription_ = std::uint64_t{1} << 63;
};

}  // namespace p2pchat::simulation
