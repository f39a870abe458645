// SPDX-License-Identifier: MIT
#include "retries.hpp"

#include <algorithm>
#include <vector>

namespace p2pchat::lan_bottle {

void Retries::begin(const bottle::Id& note) {
  if (waiting_.try_emplace(note).second) try_(note);
}

void Retries::later(const bottle::Id& note, const Waits& waits, Hope hope) {
  auto& waiting = waiting_[note];
  host_.cancel(waiting.timer);
  waiting.hope = hope;
  waiting.wait_ms = std::clamp(waiting.wait_ms * 2, waits.first_ms, waits.longest_ms);
  waiting.timer = host_.after(waiting.wait_ms, [this, note] {
    waiting_[note].timer = 0;
    try_(note);
  });
}

void Retries::end(const bottle::Id& note) {
  if (const auto over = waiting_.extract(note)) host_.cancel(over.mapped().timer);
}

void Retries::on_online(const std::function<bool(const bottle::Id&)>& fits) {
  std::vector<bottle::Id> due;
  for (auto& [note, waiting] : waiting_) {
    if (waiting.timer == 0 || waiting.hope == Hope::time_passes || !fits(note)) continue;
    host_.cancel(std::exchange(waiting.timer, 0));
    due.push_back(note);
  }
  for (const auto& note : due) try_(note);
}

}  // namespace p2pchat::lan_bottle
