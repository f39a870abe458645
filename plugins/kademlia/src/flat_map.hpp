// SPDX-License-Identifier: MIT
#pragma once
#include <algorithm>
#include <utility>
#include <vector>

namespace p2pchat::kademlia {

/// A map in one piece of memory, ordered by its keys, for what a node keeps hundreds of: in a tree each would take half
/// as much again. References hold until something is added or erased.
template <class Key, class Value>
class FlatMap {
 public:
  using Item = std::pair<Key, Value>;

  Value* find(const Key& key) { return const_cast<Value*>(std::as_const(*this).find(key)); }
  const Value* find(const Key& key) const {
    const auto at = place(items_, key);
    return at != items_.end() && at->first == key ? &at->second : nullptr;
  }
  /// The value of a key, a new one when there is none.
  Value& operator[](const Key& key) {
    auto at = place(items_, key);
    if (at != items_.end() && at->first == key) return at->second;
    const auto index = at - items_.begin();
    if (items_.size() == items_.capacity()) items_.reserve(items_.size() + items_.size() / 8 + 4);
    return items_.emplace(items_.begin() + index, key, Value{})->second;
  }
  void erase(const Key& key) {
    if (const auto at = place(items_, key); at != items_.end() && at->first == key) items_.erase(at);
  }
  /// The one after it.
  auto erase(typename std::vector<Item>::const_iterator at) {
    return std::as_const(items_).begin() + (items_.erase(at) - items_.begin());
  }
  template <class Predicate>
  void erase_if(const Predicate& predicate) {
    std::erase_if(items_, predicate);
  }
  void clear() { items_ = {}; }
  std::size_t size() const { return items_.size(); }
  auto begin() const { return items_.begin(); }
  auto end() const { return items_.end(); }

 private:
  template <class Items>
  static auto place(Items& items, const Key& key) {
    return std::ranges::lower_bound(items, key, {}, [](const Item& item) -> const Key& { return item.first; });
  }

  std::vector<Item> items_;
};

}  // namespace p2pchat::kademlia
