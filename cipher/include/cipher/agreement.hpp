// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"
#include "cipher/x25519.hpp"

namespace p2pchat::cipher {

/// The secret of `ephemeral` and `delegate`: `32 secret | 32 share`.
SecretOctets agreement_secret(const X25519Pair& pair);

/// The key both sides reach from one side's secret and the other's share or delegation; both shares and the context
/// are bound into it. Errors: `malformed`, `bad_signature` for a share that makes every result zero.
Status agree(const Scheme& scheme, bytes secret, bytes other, bytes context, Secret<32>& key);

}  // namespace p2pchat::cipher
