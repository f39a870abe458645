// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/fn.hpp>

#include <map>
#include <optional>
#include <unordered_map>
#include <vector>

namespace p2pchat::host {

/// What is to happen when, in order of time, then of adding. Pure: the time is an argument. Not thread-safe.
class TimerQueue {
 public:
  /// Adds a call; the token is the caller's and unused so far.
  void add(std::uint64_t token, std::uint64_t due_us, sdk::Fn<void()>&& f) {
    due_[token] = due_us;
    queue_.emplace(std::pair(due_us, token), std::move(f));
  }
  /// Forgets a call. An unknown token is ignored.
  void cancel(std::uint64_t token) {
    const auto found = due_.find(token);
    if (found == due_.end()) return;
    queue_.erase({found->second, token});
    due_.erase(found);
  }
  /// When the next call is due, if there is one.
  std::optional<std::uint64_t> next_us() const {
    return queue_.empty() ? std::nullopt : std::optional(queue_.begin()->first.first);
  }
  /// Takes out every call that is due.
  std::vector<sdk::Fn<void()>> take_due(std::uint64_t now_us) {
    std::vector<sdk::Fn<void()>> due;
    while (!queue_.empty() && queue_.begin()->first.first <= now_us) {
      due_.erase(queue_.begin()->first.second);
      due.push_back(std::move(queue_.extract(queue_.begin()).mapped()));
    }
    return due;
  }

 private:
  std::map<std::pair<std::uint64_t, std::uint64_t>, sdk::Fn<void()>> queue_;
  std::unordered_map<std::uint64_t, std::uint64_t> due_;
};

}  // namespace p2pchat::host
