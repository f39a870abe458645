// SPDX-License-Identifier: MIT
#include "guests.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

void make_room(std::map<Guests::Key, Guest>& guests) {
  if (guests.size() >= Guests::most)
    guests.erase(std::ranges::min_element(guests, {}, [](const auto& guest) { return guest.second.used_us; }));
}

}  // namespace

Guest* Guests::find(const Key& key) {
  if (const auto found = proven_.find(key); found != proven_.end()) return &found->second;
  const auto found = half_open_.find(key);
  return found == half_open_.end() ? nullptr : &found->second;
}

Guest& Guests::add(const Key& key, Guest guest) {
  make_room(half_open_);
  return half_open_[key] = std::move(guest);
}

Guest& Guests::prove(const Key& key) {
  if (auto guest = half_open_.extract(key)) {
    make_room(proven_);
    return proven_.insert(std::move(guest)).position->second;
  }
  return proven_.at(key);
}

void Guests::forget_before(std::uint64_t us) {
  const auto is_old = [us](const auto& guest) { return guest.second.used_us < us; };
  std::erase_if(half_open_, is_old);
  std::erase_if(proven_, is_old);
}

}  // namespace p2pchat::kademlia
