// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"

namespace p2pchat::cipher {

/// Boxes for an owner who is absent: `01 | u16 suite | carried content key | sealed content | tag`.
///
/// The content key is new for each box, so its nonce is zero. Its label and the cipher's bound data are both SHA-256 of
/// the head, the owner's id and `aad`. No forward secrecy: who has the identity's key opens it.

/// The most octets a box holds.
inline constexpr std::uint64_t largest_box = 64ull * 1024;

Octets seal_box(const Scheme& scheme, const PublicKey& to, bytes aad, bytes plain);

/// Nothing when it does not hold, whatever the reason.
std::optional<SecretOctets> open_box(const Scheme& scheme, const PrivateKey& key, bytes aad, bytes box);

}  // namespace p2pchat::cipher
