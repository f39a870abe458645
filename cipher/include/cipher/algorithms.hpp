// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/openssl.hpp"

namespace p2pchat::cipher {

/// What OpenSSL is asked for by name, fetched once: a fetch costs more than hashing a short message. Thread: [any].
struct Algorithms {
  /// Fetches all; `aead` has a key of 32, a nonce of 12 and a tag of 16 octets. Throws when this OpenSSL lacks one.
  explicit Algorithms(const char* aead);
  Digest sha256;
  Cipher aead;
  MacContext hmac_sha256;  ///< a template: duplicated for each use
};

/// Shared by the suite, its keys and their sessions, each of which may be the last to go.
using SharedAlgorithms = std::shared_ptr<const Algorithms>;

}  // namespace p2pchat::cipher
