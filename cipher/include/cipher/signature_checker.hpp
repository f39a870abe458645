// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/public_key.hpp"
#include "cipher/recent_ids.hpp"
#include "cipher/sha256.hpp"

namespace p2pchat::cipher {

/// Checks signatures of both forms, and remembers the roots that held: a batch costs one check by the key. Thread:
/// [any].
class SignatureChecker {
 public:
  explicit SignatureChecker(SharedAlgorithms algorithms);
  /// Errors: `malformed`, `bad_signature`.
  Status check(const PublicKey& key, bytes message, bytes signature);

 private:
  bool root_holds(Sha256& hash, const PublicKey& key, std::uint16_t count, const Id& root, bytes by_key);
  const SharedAlgorithms algorithms_;
  RecentIds held_;
};

}  // namespace p2pchat::cipher
