// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/openssl.hpp"
#include "cipher/public_key.hpp"

namespace p2pchat::cipher {

/// An identity's key pair in memory; OpenSSL erases its numbers when it goes. Immutable. Thread: [any].
class PrivateKey {
 public:
  virtual ~PrivateKey() = default;
  virtual const PublicKey& public_half() const = 0;
  /// Signs the parts one after the other.
  virtual Octets sign(std::initializer_list<bytes> message) const = 0;
  /// The secret that `PublicKey::carry` carried here. A text that does not hold gives a random one: the caller finds
  /// out by what it opens, and nobody outside learns what was wrong.
  virtual Secret<32> receive(bytes label, bytes text) const = 0;
  /// For writing it to a file.
  virtual EVP_PKEY* handle() const = 0;
};

using SharedPrivateKey = std::shared_ptr<const PrivateKey>;

}  // namespace p2pchat::cipher
