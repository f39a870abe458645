// SPDX-License-Identifier: MIT
#include "cipher/recent_ids.hpp"

namespace p2pchat::cipher {

bool RecentIds::contains(const sdk::Id& id) const {
  const std::lock_guard lock(mutex_);
  return ids_.contains(id);
}

void RecentIds::insert(const sdk::Id& id) {
  const std::lock_guard lock(mutex_);
  if (!ids_.insert(id).second) return;
  if (ring_.size() < capacity_) return ring_.push_back(id);
  ids_.erase(ring_[next_]);
  ring_[next_] = id;
  next_ = (next_ + 1) % capacity_;
}

}  // namespace p2pchat::cipher
