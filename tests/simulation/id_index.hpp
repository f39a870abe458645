// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <functional>
#include <map>

namespace p2pchat::simulation {

/// Ids in their order, so that those nearest a key are found without a look at all of them.
class IdIndex {
 public:
  void add(const sdk::Id& id, std::size_t number) { numbers_.insert_or_assign(id, number); }
  void erase(const sdk::Id& id) { numbers_.erase(id); }
  /// The number of an id, or null.
  const std::size_t* find(const sdk::Id& id) const;
  /// Hears ids and their numbers, the nearest to a key first, while it says true.
  using Visit = std::function<bool(const sdk::Id& id, std::size_t number)>;
  void visit_nearest(const sdk::Id& key, const Visit& visit) const;

 private:
  using Numbers = std::map<sdk::Id, std::size_t>;
  bool walk(Numbers::const_iterator first, Numbers::const_iterator last, const sdk::Id& key, const Visit& visit) const;

  Numbers numbers_;
};

}  // namespace p2pchat::simulation
