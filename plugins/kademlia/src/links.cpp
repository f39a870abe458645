// SPDX-License-Identifier: MIT
#include "links.hpp"

#include <algorithm>

namespace p2pchat::kademlia {

Link* Links::find(const Contact& contact) { return links_.find(contact); }

Link& Links::open(const Contact& contact, std::uint64_t now_us) {
  if (links_.size() >= most && !links_.find(contact)) {
    const auto oldest = std::ranges::min_element(links_, {}, [](const auto& link) { return link.second.used_us; });
    erase(Contact(oldest->first));
  }
  auto& link = links_[contact];
  link.used_us = now_us;
  return link;
}

void Links::keep(const Contact& contact, Octets delegation) {
  if (!links_.find(contact)) return;
  forget_delegation(contact);
  delegations_.emplace_back(contact, std::move(delegation));
  if (delegations_.size() > most_delegations) delegations_.pop_front();
}

const Octets& Links::delegation(const Contact& contact) const {
  const auto found = std::ranges::find(delegations_, contact, [](const auto& kept) { return kept.first; });
  return found == delegations_.end() ? none_ : found->second;
}

void Links::forget_delegation(const Contact& contact) {
  std::erase_if(delegations_, [&](const auto& kept) { return kept.first == contact; });
}

void Links::erase(const Contact& contact) {
  forget_delegation(contact);
  links_.erase(contact);
}

}  // namespace p2pchat::kademlia
