// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"

#include <map>
#include <mutex>

namespace p2pchat::cipher {

/// The public keys used last, prepared: preparing one costs as much as using it once. Thread: [any].
class PublicKeys {
 public:
  explicit PublicKeys(SharedScheme scheme, std::size_t capacity = 256);
  /// The key of an SPKI; null when it is not acceptable.
  SharedPublicKey get(bytes spki);

 private:
  SharedPublicKey find(const Id& id);
  void keep(SharedPublicKey key);
  const SharedScheme scheme_;
  std::mutex mutex_;
  std::map<Id, SharedPublicKey> keys_;
  std::vector<Id> ring_;  // in the order they came; the oldest goes first
  std::size_t next_ = 0;
};

}  // namespace p2pchat::cipher
