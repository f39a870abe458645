// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <list>
#include <map>
#include <utility>

namespace p2pchat::wx_gui {

/// The values that were used last, at most `capacity` of them; the one not used for longest makes room.
template <class Key, class Value>
class LayoutCache {
 public:
  explicit LayoutCache(std::size_t capacity) : capacity_(capacity) {}
  std::size_t size() const { return places_.size(); }
  void clear() { places_.clear(), used_.clear(); }
  void erase(const Key& key) {
    if (const auto found = places_.find(key); found != places_.end()) used_.erase(found->second), places_.erase(found);
  }
  /// The value of a key, made when it is not there. Valid until the next call.
  template <class Make>
  const Value& get(const Key& key, Make make) {
    if (const auto found = places_.find(key); found != places_.end()) {
      used_.splice(used_.begin(), used_, found->second);
      return used_.front().second;
    }
    used_.emplace_front(key, make());
    places_[key] = used_.begin();
    if (places_.size() > capacity_) places_.erase(used_.back().first), used_.pop_back();
    return used_.front().second;
  }

 private:
  using Used = std::list<std::pair<Key, Value>>;
  std::size_t capacity_;
  Used used_;  // the last used first
  std::map<Key, typename Used::iterator> places_;
};

}  // namespace p2pchat::wx_gui
