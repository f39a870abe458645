// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/secret.hpp"

#include <initializer_list>

namespace p2pchat::cipher {

/// HMAC-SHA256 (RFC 2104) of the parts one after the other.
Secret<32> hmac(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> parts);

/// HKDF-SHA256 (RFC 5869), first step.
Secret<32> hkdf_extract(const Algorithms& algorithms, bytes salt, bytes input);

/// HKDF-SHA256, second step. Limit: 8,160 octets.
SecretOctets hkdf_expand(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> info,
                         std::size_t length);

/// `hkdf_expand` to one key.
Secret<32> hkdf_key(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> info);

}  // namespace p2pchat::cipher
