// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/public_key.hpp"
#include "cipher/sha256.hpp"
#include "recent_ids.hpp"

namespace p2pchat::cipher::rsa_aes {

/// Checks signatures of both forms, and remembers the roots that held: a batch costs one RSA check. Thread: [any].
class SignatureChecker {
 public:
  explicit SignatureChecker(SharedAlgorithms algorithms);
  /// Errors: `malformed`, `bad_signature`.
  Status check(const PublicKey& key, bytes message, bytes signature);

 private:
  bool root_holds(Sha256& hash, const PublicKey& key, std::uint16_t count, const Id& root, bytes rsa);
  const SharedAlgorithms algorithms_;
  RecentIds held_;
};

}  // namespace p2pchat::cipher::rsa_aes
