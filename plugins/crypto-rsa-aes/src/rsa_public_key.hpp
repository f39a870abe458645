// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/public_key.hpp"

namespace p2pchat::cipher::rsa_aes {

/// Somebody's RSA key, prepared for use; its compact form is the modulus.
class RsaPublicKey final : public PublicKey {
 public:
  /// `modulus` is acceptable.
  RsaPublicKey(const SharedAlgorithms& algorithms, bytes modulus);
  RsaPublicKey(const RsaPublicKey&) = delete;
  RsaPublicKey& operator=(const RsaPublicKey&) = delete;

  bytes spki() const override { return view(spki_); }
  bytes compact() const override { return modulus_; }
  const Id& id() const override { return id_; }
  std::size_t signature_length() const override { return modulus_.len; }
  std::size_t carried_length() const override { return modulus_.len; }
  bool verify(std::initializer_list<bytes> message, bytes signature) const override;
  /// Encrypts 32 random octets with OAEP.
  Carried carry(bytes label) const override;

 private:
  SharedAlgorithms algorithms_;
  Octets spki_;
  bytes modulus_;  // inside spki_
  Id id_;
  Key key_;
  KeyContext verifier_;
};

}  // namespace p2pchat::cipher::rsa_aes
