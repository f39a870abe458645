// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <utility>
#include <vector>

namespace p2pchat::memory_store {

/// How to take a group of changes back: one step per change, run last first.
class Undo {
 public:
  void note(std::function<void()> step) { steps_.push_back(std::move(step)); }
  void forget() { steps_.clear(); }
  void run() {
    for (; !steps_.empty(); steps_.pop_back()) steps_.back()();
  }

 private:
  std::vector<std::function<void()>> steps_;
};

}  // namespace p2pchat::memory_store
