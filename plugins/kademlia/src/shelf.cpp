// SPDX-License-Identifier: MIT
#include "shelf.hpp"

#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::kademlia {

Verdict Shelf::add(const Id& owner, const Record& record, Octets packed, std::uint64_t due_us) {
  const auto place = distance(me_, record.key);
  const auto found = records_.find(place);
  if (found != records_.end()) {
    auto& kept = found->second;
    const bool is_newer = kept.owner == owner ? record.sequence > kept.sequence : record.expiry_ms > kept.expiry_ms;
    if (!is_newer) return Verdict::older;
    kept = {owner, record.sequence, record.expiry_ms, std::move(packed), due_us};
    return Verdict::kept;
  }
  if (!has_room(owner, place)) return Verdict::refused;
  records_.emplace(place, Kept{owner, record.sequence, record.expiry_ms, std::move(packed), due_us});
  return Verdict::kept;
}

/// The farthest record makes room for a nearer one.
bool Shelf::has_room(const Id& owner, const Id& place) {
  const auto of_owner = std::ranges::count_if(records_, [&](const auto& kept) { return kept.second.owner == owner; });
  if (static_cast<std::size_t>(of_owner) >= most_of_owner) return false;
  if (records_.size() < most) return true;
  const auto farthest = std::prev(records_.end());
  if (farthest->first < place) return false;
  records_.erase(farthest);
  return true;
}

void Shelf::renew(const Id& key, std::uint64_t due_us) {
  if (const auto found = records_.find(distance(me_, key)); found != records_.end()) found->second.due_us = due_us;
}

const Kept* Shelf::find(const Id& key) const {
  const auto found = records_.find(distance(me_, key));
  return found == records_.end() ? nullptr : &found->second;
}

void Shelf::forget_ended(std::uint64_t now_ms) {
  std::erase_if(records_, [&](const auto& kept) { return kept.second.expiry_ms <= now_ms; });
}

std::vector<std::pair<Id, Octets>> Shelf::take_due(std::uint64_t now_us, std::uint64_t next_us, std::size_t count) {
  std::vector<std::pair<Id, Octets>> due;
  for (auto& [place, kept] : records_) {
    if (due.size() >= count) break;
    if (kept.due_us > now_us) continue;
    kept.due_us = next_us;
    due.emplace_back(distance(me_, place), kept.packed);
  }
  return due;
}

}  // namespace p2pchat::kademlia
