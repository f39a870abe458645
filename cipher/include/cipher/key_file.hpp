// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"

namespace p2pchat::cipher {

/// Key files: PKCS#8 (RFC 5958) as PEM, or DER when read; encrypted with PBES2, scrypt (RFC 7914) and AES-256-CBC.

/// Reads a key; null and `why`. Errors: `malformed`; `refused` for a passphrase that is wrong, missing, or not needed.
SharedPrivateKey read_key_file(const Scheme& scheme, bytes file, std::string_view passphrase, Status& why);

/// Writes a key as PEM, encrypted when `passphrase` is not empty: about 0.4 s then.
SecretOctets write_key_file(const PrivateKey& key, std::string_view passphrase);

}  // namespace p2pchat::cipher
