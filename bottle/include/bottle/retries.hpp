// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/host.hpp>

#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

namespace p2pchat::bottle {

/// How long the first wait for another try is, and the longest.
struct Waits {
  std::uint64_t first_ms, longest_ms;
};

/// What may let the next try succeed before its time.
enum class Hope : std::uint8_t { somebody_comes, time_passes };

/// What is tried until it succeeds, by key: each wait is twice the last one. Thread: [loop].
template <class Key>
class Retries {
 public:
  Retries(sdk::Host& host, std::function<void(const Key&)> attempt) : host_(host), attempt_(std::move(attempt)) {}
  /// Tries now, unless that is under way or waits.
  void begin(const Key& key) {
    if (waiting_.try_emplace(key).second) attempt_(key);
  }
  /// It was in vain.
  void later(const Key& key, const Waits& waits, Hope hope) {
    auto& waiting = waiting_[key];
    host_.cancel(waiting.timer);
    waiting.hope = hope;
    waiting.wait_ms = std::clamp(waiting.wait_ms * 2, waits.first_ms, waits.longest_ms);
    waiting.timer = host_.after(waiting.wait_ms, [this, key] {
      waiting_[key].timer = 0;
      attempt_(key);
    });
  }
  /// It succeeded, or nothing is to be done any more.
  void end(const Key& key) {
    if (const auto over = waiting_.extract(key)) host_.cancel(over.mapped().timer);
  }
  /// Somebody came online: what hopes for that and fits is tried now.
  void on_online(const std::function<bool(const Key&)>& fits) {
    std::vector<Key> due;
    for (auto& [key, waiting] : waiting_) {
      if (waiting.timer == 0 || waiting.hope == Hope::time_passes || !fits(key)) continue;
      host_.cancel(std::exchange(waiting.timer, 0));
      due.push_back(key);
    }
    for (const auto& key : due) attempt_(key);
  }

 private:
  struct Waiting {
    std::uint64_t wait_ms = 0, timer = 0;  // no timer: under way
    Hope hope = Hope::somebody_comes;
  };
  sdk::Host& host_;
  std::function<void(const Key&)> attempt_;
  std::map<Key, Waiting> waiting_;
};

}  // namespace p2pchat::bottle
