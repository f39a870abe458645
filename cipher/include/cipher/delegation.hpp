// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"
#include "cipher/x25519.hpp"

namespace p2pchat::cipher {

/// A contact key that an identity vouches for: an X25519 share, proven by one signature once and by hashing afterwards.
///
/// `01 | u16 length | key | 32 share | u64 expiry_ms | u64 work | signature`: 563 octets with RSA-2048, 147 with
/// Ed25519. The expiry also orders delegations of one owner: the later one is the newer.
struct Delegation {
  bytes key;  ///< compact, not yet known to be acceptable
  bytes share;
  std::uint64_t expiry_ms = 0;
  std::uint64_t work = 0;
  bytes signature;
  bytes head;     ///< before the work: what the work is of
  bytes vouched;  ///< before the signature
};

/// How far ahead an expiry may lie: else work would be done once for ever, and a stolen contact key never die.
inline constexpr std::uint64_t longest_delegation_ms = 14ull * 24 * 3600 * 1000;

/// Takes a delegation apart; nothing unless every octet has its place.
std::optional<Delegation> parse_delegation(const Scheme& scheme, bytes delegation);

/// Signs a delegation of `share`; takes 2^work_bits hashes.
Octets make_delegation(const Scheme& scheme, const PrivateKey& key, const Share& share, std::uint64_t expiry_ms,
                       unsigned work_bits);

/// Checks in order of cost: form, expiry, work, signature; writes whose it is. Errors: `malformed`, `expired`,
/// `bad_signature`.
Status check_delegation(const Scheme& scheme, bytes delegation, std::uint64_t now_ms, unsigned work_bits, Id& owner);

}  // namespace p2pchat::cipher
