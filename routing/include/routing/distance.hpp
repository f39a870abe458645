// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

namespace p2pchat::routing {

/// The XOR of two ids, ordered as a big-endian number (Maymounkov and Mazieres 2002, section 2.1).
Id distance(const Id& a, const Id& b);

/// Whether `a` is nearer to `key` than `b`.
bool is_nearer(const Id& a, const Id& b, const Id& key);

/// How many leading bits two ids have in common: 0 to 256. A bucket is numbered by it.
std::uint32_t shared_prefix(const Id& a, const Id& b);

/// `random` changed so that it shares exactly `bucket` leading bits with `me`. Limit: `bucket` below 256.
Id id_in_bucket(const Id& me, std::uint32_t bucket, Id random);

}  // namespace p2pchat::routing
