// SPDX-License-Identifier: MIT
#include "guests.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

void make_room(FlatMap<Guests::Key, Guest>& guests) {
  if (guests.size() < Guests::most) return;
  const auto oldest = std::ranges::min_element(guests, {}, [](const auto& guest) { return guest.second.used_us; });
  guests.erase(Guests::Key(oldest->first));
}

}  // namespace

Guest* Guests::find(const Key& key) {
  auto* proven = proven_.find(key);
  return proven ? proven : half_open_.find(key);
}

Guest& Guests::add(const Key& key, const Guest& guest) {
  make_room(half_open_);
  return half_open_[key] = guest;
}

Guest& Guests::prove(const Key& key) {
  if (const auto* found = half_open_.find(key)) {
    const auto guest = *found;
    half_open_.erase(key);
    make_room(proven_);
    return proven_[key] = guest;
  }
  return *proven_.find(key);
}

void Guests::forget_before(std::uint64_t us) {
  const auto is_old = [us](const auto& guest) { return guest.second.used_us < us; };
  half_open_.erase_if(is_old);
  proven_.erase_if(is_old);
}

}  // namespace p2pchat::kademlia
