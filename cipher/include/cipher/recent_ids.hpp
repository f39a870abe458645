// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <mutex>
#include <unordered_set>

namespace p2pchat::cipher {

/// The last few ids that were put in, and no more of them. Thread: [any].
class RecentIds {
 public:
  explicit RecentIds(std::size_t capacity) : capacity_(capacity) {}
  bool contains(const sdk::Id& id) const;
  /// Puts an id in and, when it is full, the oldest out.
  void insert(const sdk::Id& id);

 private:
  struct FirstOctets {
    // Ids are hashes already: their first octets are as good as any hash of them.
    std::size_t operator()(const sdk::Id& id) const {
      std::size_t value;
      std::memcpy(&value, id.b, sizeof value);
      return value;
    }
  };
  const std::size_t capacity_;
  mutable std::mutex mutex_;
  std::unordered_set<sdk::Id, FirstOctets> ids_;
  std::vector<sdk::Id> ring_;  // grows up to the capacity
  std::size_t next_ = 0;
};

}  // namespace p2pchat::cipher
