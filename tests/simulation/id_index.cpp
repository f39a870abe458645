// SPDX-License-Identifier: MIT
#include "id_index.hpp"

#include "routing/distance.hpp"

namespace p2pchat::simulation {

const std::size_t* IdIndex::find(const sdk::Id& id) const {
  const auto found = numbers_.find(id);
  return found == numbers_.end() ? nullptr : &found->second;
}

void IdIndex::visit_nearest(const sdk::Id& key, const Visit& visit) const {
  walk(numbers_.begin(), numbers_.end(), key, visit);
}

/// Those of a range differ first at one bit; the half that has there what the key has is nearer to it than the other.
bool IdIndex::walk(Numbers::const_iterator first, Numbers::const_iterator last, const sdk::Id& key,
                   const Visit& visit) const {
  if (first == last) return true;
  const auto end = std::prev(last);
  if (first == end) return visit(first->first, first->second);
  const auto bit = routing::shared_prefix(first->first, end->first);
  const auto mask = static_cast<std::uint8_t>(0x80U >> bit % 8);
  auto middle = end->first;
  middle.b[bit / 8] &= static_cast<std::uint8_t>(~(mask - 1U));
  for (auto octet = bit / 8 + 1; octet < sizeof middle.b; ++octet) middle.b[octet] = 0;
  const auto half = numbers_.lower_bound(middle);
  const bool is_upper = (key.b[bit / 8] & mask) != 0;
  if (is_upper) return walk(half, last, key, visit) && walk(first, half, key, visit);
  return walk(first, half, key, visit) && walk(half, last, key, visit);
}

}  // namespace p2pchat::simulation
