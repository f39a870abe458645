// SPDX-License-Identifier: MIT
#pragma once
#include <functional>
#include <vector>

namespace p2pchat::presentation {

/// Fetches a state again whenever that is asked for, one fetch at a time.
///
/// A fetch that is under way may have passed what the asker wants to see: who asks during one waits for the next.
class Refreshing {
 public:
  explicit Refreshing(std::function<void()> fetch) : fetch_(std::move(fetch)) {}
  /// Fetches, then calls back.
  void ask(std::function<void()> done = {});
  /// The fetch is over, and what it brought is in its place.
  void came();

 private:
  void start();
  std::function<void()> fetch_;
  bool fetching_ = false, again_ = false;
  std::vector<std::function<void()>> waiting_, next_waiting_;
};

}  // namespace p2pchat::presentation
