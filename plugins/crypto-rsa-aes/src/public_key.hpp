// SPDX-License-Identifier: MIT
#pragma once
#include "pss.hpp"
#include "sha256.hpp"

namespace p2pchat::rsa_aes {

class PublicKey;
using SharedPublicKey = std::shared_ptr<const PublicKey>;

/// Somebody's RSA key, prepared for use. Immutable. Thread: [any].
class PublicKey {
 public:
  /// `modulus` is acceptable.
  PublicKey(const SharedAlgorithms& algorithms, bytes modulus);
  PublicKey(const PublicKey&) = delete;
  PublicKey& operator=(const PublicKey&) = delete;

  /// Reads an SPKI; null when it is not acceptable.
  static SharedPublicKey from_spki(const SharedAlgorithms& algorithms, bytes spki);
  /// Takes a modulus; null when it is not acceptable.
  static SharedPublicKey from_modulus(const SharedAlgorithms& algorithms, bytes modulus);

  bytes spki() const { return view(spki_); }
  bytes modulus() const { return modulus_; }
  /// SHA-256 of the SPKI.
  const Id& id() const { return id_; }
  /// Octets of a signature and of an OAEP text.
  std::size_t size() const { return modulus_.len; }
  /// Whether this key signed the parts one after the other.
  bool verify(std::initializer_list<bytes> message, bytes signature) const;
  /// Encrypts a short secret to this key's owner.
  Octets encrypt(bytes label, bytes secret) const;

 private:
  SharedAlgorithms algorithms_;
  Octets spki_;
  bytes modulus_;  // inside spki_
  Id id_;
  Key key_;
  KeyContext verifier_;
};

}  // namespace p2pchat::rsa_aes
