// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

namespace p2pchat::cipher::rsa_aes {

/// Whether an RSA modulus may have this many octets: 2048, 3072 or 4096 bits.
constexpr bool acceptable_size(std::uint64_t octets) { return octets == 256 || octets == 384 || octets == 512; }

/// Whether these octets are a modulus: an acceptable size, used to the last bit, odd.
bool acceptable_modulus(bytes modulus);

/// The one DER SubjectPublicKeyInfo (RFC 5280, RFC 8017) of an acceptable modulus with e = 65537.
Octets spki_of(bytes modulus);

/// The modulus inside an SPKI; nothing unless the SPKI is exactly what `spki_of` writes. So one key has one form and
/// one id, and no exponent can be chosen to make verifying slow or ids cheap to grind.
std::optional<bytes> modulus_of(bytes spki);

}  // namespace p2pchat::cipher::rsa_aes
