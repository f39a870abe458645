// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"

namespace p2pchat::cipher::rsa_aes {

/// Signs two or more with one RSA signature over the root of a tree; each signature stands alone. Errors: as
/// `Scheme::sign`.
Status sign_batch(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
                  const SignaturesFn& each);

}  // namespace p2pchat::cipher::rsa_aes
