// SPDX-License-Identifier: MIT
#include "links.hpp"

#include <algorithm>

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

}  // namespace p2pchat::kademlia
