// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"
#include "cipher/openssl.hpp"

namespace p2pchat::cipher::rsa_aes {

/// RSASSA-PSS (RFC 8017, 8.1) with SHA-256, MGF1-SHA-256 and a salt of 32 octets, and nothing else.

/// A prepared context, kept with its key and duplicated for each signature.
KeyContext pss_signer(EVP_PKEY* key);
KeyContext pss_verifier(EVP_PKEY* key);

/// Signs a SHA-256 hash. Thread: [any].
Octets pss_sign(const KeyContext& signer, const Id& hash);

/// Whether a signature of a SHA-256 hash holds. Thread: [any].
bool pss_verify(const KeyContext& verifier, const Id& hash, bytes signature);

}  // namespace p2pchat::cipher::rsa_aes
