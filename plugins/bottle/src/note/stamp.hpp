// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hash.hpp"

#include <optional>

namespace p2pchat::bottle {

/// What a stamp is for: SHA-256 of the signed bytes and the signature, so that signing again costs a new stamp.
Id stamp_digest(sdk::Crypto& crypto, sdk::bytes signed_bytes, sdk::bytes sign);

/// Whether SHA-256 of the digest and the stamp (8 octets, big-endian) begins with so many zero bits.
bool stamp_holds(sdk::Crypto& crypto, const Id& digest, std::uint64_t stamp, std::uint32_t bits);

/// The first stamp from `first` on that holds, if one does within `tries`. About 2^bits hashes: offload it, and in
/// pieces, so that a worker that is asked to end can end.
std::optional<std::uint64_t> find_stamp(sdk::Crypto& crypto, const Id& digest, std::uint32_t bits, std::uint64_t first,
                                        std::uint64_t tries);

}  // namespace p2pchat::bottle
