// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

#include <vector>

namespace p2pchat::kademlia {

/// The order in which contacts of earlier runs are asked for a way into the network: none of a network twice before
/// each was named once, then none of a bucket of mine twice before each was; otherwise as they came. So whoever lives
/// in few networks or near one id is a part of the first few only. Pure.
std::vector<Contact> in_turns(const std::vector<Contact>& contacts, const Id& me);

}  // namespace p2pchat::kademlia
