// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/openssl.hpp"
#include "cipher/secret.hpp"

namespace p2pchat::cipher::rsa_aes {

/// RSAES-OAEP (RFC 8017, 7.1) with SHA-256 and MGF1-SHA-256, and nothing else: PKCS#1 v1.5 decryption is nowhere.

/// Encrypts a short secret to a key, bound to a label. Thread: [any].
Octets oaep_encrypt(EVP_PKEY* key, bytes label, bytes secret);

/// Decrypts; nothing when it does not hold. The caller must not let a stranger learn which. Thread: [any].
std::optional<SecretOctets> oaep_decrypt(EVP_PKEY* key, bytes label, bytes sealed);

}  // namespace p2pchat::cipher::rsa_aes
