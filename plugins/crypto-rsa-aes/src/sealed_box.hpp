// SPDX-License-Identifier: MIT
#pragma once
#include "private_key.hpp"

namespace p2pchat::rsa_aes {

/// Boxes for an owner who is absent: `01 | u16 suite | OAEP(content key) | AES-256-GCM(content) | tag`.
///
/// The content key is new for each box, so its nonce is zero. OAEP's label and GCM's bound data are both SHA-256 of the
/// head, the owner's id and `aad`. No forward secrecy: who has the RSA key opens it.

/// The most octets a box holds.
inline constexpr std::uint64_t largest_box = 64ull * 1024;

Octets seal_box(const Algorithms& algorithms, const PublicKey& to, bytes aad, bytes plain);

/// Nothing when it does not hold, whatever the reason.
std::optional<SecretOctets> open_box(const Algorithms& algorithms, const PrivateKey& key, bytes aad, bytes box);

}  // namespace p2pchat::rsa_aes
