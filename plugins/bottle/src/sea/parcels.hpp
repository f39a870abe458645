// SPDX-License-Identifier: MIT
#pragma once
#include "sea/beach.hpp"

namespace p2pchat::bottle {

/// Bounds of the addressed bottles that this node keeps for others.
inline constexpr std::size_t most_parcels = 256, most_parcel_octets = 1 << 20, most_parcels_of_sender = 64,
                             most_octets_in_all = 32 << 20;

/// What has to go so that an addressed bottle finds room, or nothing when it may not: the oldest of the largest sender
/// to the same receiver. A sender that has all its places, and a node that is full, take no more.
std::optional<std::vector<SeenKey>> make_room(const Beach& beach, const Note& note);

}  // namespace p2pchat::bottle
