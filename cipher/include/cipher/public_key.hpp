// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"
#include "cipher/secret.hpp"

#include <initializer_list>

namespace p2pchat::cipher {

/// A secret carried to a key's owner: the octets that travel, and what both sides have then.
struct Carried {
  Octets text;
  Secret<32> secret;
};

/// Somebody's identity key, prepared for use. Immutable. Thread: [any].
class PublicKey {
 public:
  virtual ~PublicKey() = default;
  /// The one DER SubjectPublicKeyInfo of this key.
  virtual bytes spki() const = 0;
  /// The key inside messages of the suite, where the rest of the SPKI is known.
  virtual bytes compact() const = 0;
  /// SHA-256 of the SPKI.
  virtual const Id& id() const = 0;
  /// Octets of a signature by this key.
  virtual std::size_t signature_length() const = 0;
  /// Octets of what `carry` makes for this key.
  virtual std::size_t carried_length() const = 0;
  /// Whether this key signed the parts one after the other.
  virtual bool verify(std::initializer_list<bytes> message, bytes signature) const = 0;
  /// Carries a new secret to this key's owner, bound to a label.
  virtual Carried carry(bytes label) const = 0;
};

using SharedPublicKey = std::shared_ptr<const PublicKey>;

}  // namespace p2pchat::cipher
