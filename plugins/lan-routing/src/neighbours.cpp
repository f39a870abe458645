// SPDX-License-Identifier: MIT
#include "neighbours.hpp"

#include "routing/distance.hpp"

#include <algorithm>

namespace p2pchat::lan_routing {
namespace {

constexpr std::size_t capacity = 1'024;

}  // namespace

bool Neighbours::prove(const Neighbour& who, std::uint64_t stale_us) {
  const auto known = by_id_.find(who.id);
  const bool is_new = known == by_id_.end();
  if (is_new && by_id_.size() >= capacity) return false;
  if (!is_new && known->second.endpoint != who.endpoint) {
    if (who.proven_us < known->second.proven_us + stale_us) return false;
    by_endpoint_.erase(known->second.endpoint);
  }
  if (const auto other = by_endpoint_.find(who.endpoint); other != by_endpoint_.end() && other->second != who.id)
    by_id_.erase(other->second);
  by_endpoint_[who.endpoint] = who.id;
  by_id_[who.id] = who;
  return is_new;
}

void Neighbours::forget(const std::string& endpoint) {
  const auto found = by_endpoint_.find(endpoint);
  if (found == by_endpoint_.end()) return;
  by_id_.erase(found->second);
  by_endpoint_.erase(found);
}

std::optional<Neighbour> Neighbours::find(const Id& id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<Neighbour> Neighbours::at(const std::string& endpoint) const {
  const auto found = by_endpoint_.find(endpoint);
  return found == by_endpoint_.end() ? std::nullopt : find(found->second);
}

std::vector<Neighbour> Neighbours::nearest(const Id& key, std::size_t count) const {
  std::vector<Neighbour> nearest;
  nearest.reserve(by_id_.size());
  for (const auto& [id, neighbour] : by_id_) nearest.push_back(neighbour);
  std::ranges::sort(nearest, {}, [&](const Neighbour& neighbour) { return distance(neighbour.id, key); });
  if (nearest.size() > count) nearest.resize(count);
  return nearest;
}

std::vector<Neighbour> Neighbours::silent_since(std::uint64_t us) const {
  std::vector<Neighbour> silent;
  for (const auto& [id, neighbour] : by_id_)
    if (neighbour.proven_us < us) silent.push_back(neighbour);
  std::ranges::sort(silent, {},
                    [](const Neighbour& neighbour) { return std::pair(neighbour.proven_us, neighbour.id); });
  return silent;
}

}  // namespace p2pchat::lan_routing
