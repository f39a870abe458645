// SPDX-License-Identifier: MIT
#include "links.hpp"

#include <algorithm>
#include <utility>

namespace p2pchat::kademlia {

Link* Links::find(const Contact& contact) {
  const auto found = links_.find(contact);
  return found == links_.end() ? nullptr : &found->second;
}

Link& Links::open(const Contact& contact, std::uint64_t now_us) {
  if (links_.size() >= most && !links_.contains(contact))
    links_.erase(std::ranges::min_element(links_, {}, [](const auto& link) { return link.second.used_us; }));
  auto& link = links_[contact];
  link.used_us = now_us;
  return link;
}

void Links::keep(const Contact& contact, Octets delegation) {
  auto* link = find(contact);
  if (!link) return;
  link->delegation = std::move(delegation);
  std::erase(delegated_, contact);
  delegated_.push_back(contact);
  if (delegated_.size() <= most_delegations) return;
  if (auto* oldest = find(delegated_.front())) Octets().swap(oldest->delegation);
  delegated_.pop_front();
}

}  // namespace p2pchat::kademlia
