// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

namespace p2pchat::kademlia {

/// Whether a node at that id can know those it names so near a key.
///
/// Of all ids that share more bits with the key than it does, a table holds one bucket at most, as chance brought them.
/// So who is far away and names many that crowd around the key does it because they are to be found, not because he
/// knows them. Chance makes an honest bucket look so once in a hundred thousand answers, lookups that filled it near
/// one id once in two hundred. It needs no size of the network.
bool is_plausible(const Id& who, const Id& key, const std::vector<Contact>& named);

}  // namespace p2pchat::kademlia
