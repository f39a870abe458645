// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"
#include "cipher/openssl.hpp"

namespace p2pchat::cipher::rsa_aes {

/// The modulus of an RSA key as we accept them; nothing when its kind, size or exponent is another.
std::optional<Octets> acceptable_modulus_of(EVP_PKEY* key);

/// Whether the secret numbers of an RSA key belong to its modulus and to each other (RFC 8017, 3.2). A damaged one
/// would make OpenSSL slow at best. That the factors are primes is not asked: it takes long, and no accident breaks it.
bool numbers_agree(EVP_PKEY* key);

}  // namespace p2pchat::cipher::rsa_aes
