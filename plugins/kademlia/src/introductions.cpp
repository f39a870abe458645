// SPDX-License-Identifier: MIT
#include "introductions.hpp"

#include "routing/distance.hpp"

#include <map>

namespace p2pchat::kademlia {

std::vector<Contact> in_turns(const std::vector<Contact>& contacts, const Id& me) {
  std::map<std::uint64_t, std::size_t> of_network;
  std::map<std::pair<std::size_t, std::uint32_t>, std::size_t> of_bucket;
  std::multimap<std::pair<std::size_t, std::size_t>, Contact> turns;  // those of one turn stay in order
  for (const auto& contact : contacts) {
    const bool is_global = reach(contact.address) == Reach::global;
    const auto first = is_global ? of_network[network_of(contact.address)]++ : 0;
    const auto second = of_bucket[{first, shared_prefix(me, contact.id)}]++;
    turns.emplace(std::pair(first, second), contact);
  }
  std::vector<Contact> ordered;
  for (const auto& [turn, contact] : turns) ordered.push_back(contact);
  return ordered;
}

}  // namespace p2pchat::kademlia
