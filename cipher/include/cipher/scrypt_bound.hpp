// SPDX-License-Identifier: MIT
#pragma once
#include <openssl/x509.h>

namespace p2pchat::cipher {

/// Whether an encrypted PKCS#8 uses PBES2 with scrypt and AES-256-CBC, and asks for no more work than a file of ours at
/// its costliest: a file must not be able to ask for hours.
bool scrypt_within_bounds(const X509_SIG& sealed);

}  // namespace p2pchat::cipher
