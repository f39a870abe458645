// SPDX-License-Identifier: MIT
#pragma once
#include "flow/response_queue.hpp"

namespace p2pchat::bottle {

/// Ends what is over: bottles that lie here, bottles of mine, what was seen. Wakes only when something ends.
/// Thread: [loop].
class Upkeep {
 public:
  Upkeep(Shore& shore, ResponseQueue& queue) : shore_(shore), queue_(queue) {}
  /// Looks what ends next, and waits for that.
  void look();
  /// Something new ends then, or never: wakes no later.
  void expect(std::optional<std::uint64_t> end_ms);

 private:
  void end_all();
  void end_held(std::uint64_t now_ms);
  void end_mine(std::uint64_t now_ms);
  std::optional<std::uint64_t> next_end(std::uint64_t now_ms) const;

  Shore& shore_;
  ResponseQueue& queue_;
  std::uint64_t timer_ = 0, wakes_ms_ = 0;
};

}  // namespace p2pchat::bottle
