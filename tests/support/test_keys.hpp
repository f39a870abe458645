// SPDX-License-Identifier: MIT
#pragma once
#include <string>

namespace p2pchat::test {

/// How many RSA-2048 keys `key_file` knows; of 3072 and 4096 bits there is one each.
inline constexpr unsigned key_count = 8;

/// The text of a key file (PKCS#8 PEM, no passphrase) for `Crypto::read`: key `index` of `bits` bits. Throws when it is
/// missing.
std::string key_file(unsigned index, unsigned bits = 2048);

/// The same for Ed25519 keys, of which there are four.
std::string ed25519_key_file(unsigned index);

}  // namespace p2pchat::test
