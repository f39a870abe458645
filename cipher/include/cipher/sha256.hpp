// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/octets.hpp"

#include <initializer_list>

namespace p2pchat::cipher {

/// SHA-256 with a kept context, for many hashes in a row. Thread: one at a time.
class Sha256 {
 public:
  explicit Sha256(const Algorithms& algorithms);
  /// The hash of the parts one after the other.
  Id of(std::initializer_list<bytes> parts);

 private:
  const Algorithms& algorithms_;
  DigestContext context_;
};

/// One hash.
inline Id sha256(const Algorithms& algorithms, std::initializer_list<bytes> parts) {
  return Sha256(algorithms).of(parts);
}

}  // namespace p2pchat::cipher
