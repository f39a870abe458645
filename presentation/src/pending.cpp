// SPDX-License-Identifier: MIT
#include "presentation/pending.hpp"

#include <map>
#include <mutex>

namespace p2pchat::presentation {

struct Pending::Calls {
  std::mutex mutex;
  std::map<std::uint64_t, std::uint64_t> begun_us;  ///< by number, so the first is the oldest
  std::uint64_t next = 0;
};

Pending::Pending() : calls_(std::make_shared<Calls>()) {}

Pending::Mark Pending::begin(std::uint64_t now_us) const {
  const std::lock_guard lock(calls_->mutex);
  const auto number = calls_->next++;
  calls_->begun_us.emplace(number, now_us);
  return {calls_.get(), [calls = calls_, number](void*) {
            const std::lock_guard ending(calls->mutex);
            calls->begun_us.erase(number);
          }};
}

std::uint64_t Pending::longest_us(std::uint64_t now_us) const {
  const std::lock_guard lock(calls_->mutex);
  if (calls_->begun_us.empty()) return 0;
  const auto begun = calls_->begun_us.begin()->second;
  return now_us > begun ? now_us - begun : 0;
}

}  // namespace p2pchat::presentation
