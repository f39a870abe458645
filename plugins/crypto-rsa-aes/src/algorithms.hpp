// SPDX-License-Identifier: MIT
#pragma once
#include "openssl.hpp"

namespace p2pchat::rsa_aes {

/// What OpenSSL is asked for by name, fetched once: a fetch costs more than hashing a short message. Thread: [any].
struct Algorithms {
  /// Fetches all. Throws when this OpenSSL lacks one.
  Algorithms();
  Digest sha256;
  Cipher aes_256_gcm;
  MacContext hmac_sha256;  ///< a template: duplicated for each use
};

/// Shared by the suite, its keys and their sessions, each of which may be the last to go.
using SharedAlgorithms = std::shared_ptr<const Algorithms>;

}  // namespace p2pchat::rsa_aes
