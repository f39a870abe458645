// SPDX-License-Identifier: MIT
#pragma once
#include "octets.hpp"

#include <p2pchat/crypto.hpp>

#include <optional>

namespace p2pchat::kademlia {

/// The longest value, and the longest form of a record with its owner's key and signature.
inline constexpr std::size_t max_value = 3 * 1024, max_record = max_value + 960;
/// The longest that a record may live.
inline constexpr std::uint64_t longest_life_ms = 14ULL * 24 * 3'600'000;

/// A small text that other nodes keep, signed by its owner; docs/protocol/addressing.md has the octets.
struct Record {
  Id key{};
  std::uint64_t sequence = 0;   ///< of two records of one key and owner, the one with the higher number counts
  std::uint64_t expiry_ms = 0;  ///< Unix time
  Octets owner_key{};           ///< public
  Octets signature{};
  Octets value{};
};

/// What the owner signs.
Octets signed_text(const Record& record);

/// The octets that are kept and sent.
Octets pack(const Record& record);

/// Reads what `pack` wrote; nothing for any other form.
std::optional<Record> unpack_record(sdk::bytes packed);

/// Whether somebody may keep a value under a key: it is his own id, or the digest of the value. So nobody can take the
/// place of another's record (as in BitTorrent's BEP 44).
bool is_bound(sdk::Crypto& crypto, const Id& key, const Id& owner, sdk::bytes value);

/// Whose record it is; nothing when it has ended, ends too late, is too long, is not bound to its key, or its
/// signature does not hold.
std::optional<Id> owner_of(sdk::Crypto& crypto, const Record& record, std::uint64_t now_ms);

}  // namespace p2pchat::kademlia
