// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/private_key.hpp"
#include "rsa_public_key.hpp"

namespace p2pchat::cipher::rsa_aes {

/// An RSA key pair in memory.
class RsaPrivateKey final : public PrivateKey {
 public:
  /// Makes one of `bits` bits with e = 65537.
  static SharedPrivateKey generate(const SharedAlgorithms& algorithms, unsigned bits);
  /// Takes a key from outside; null and `why` when its kind, size or exponent is not acceptable, or when its halves
  /// do not belong together.
  static SharedPrivateKey adopt(const SharedAlgorithms& algorithms, Key key, Status& why);
  RsaPrivateKey(const SharedAlgorithms& algorithms, Key key, bytes modulus);

  const PublicKey& public_half() const override { return public_half_; }
  Octets sign(std::initializer_list<bytes> message) const override;
  Secret<32> receive(bytes label, bytes text) const override;
  EVP_PKEY* handle() const override { return key_.get(); }

 private:
  SharedAlgorithms algorithms_;
  Key key_;
  RsaPublicKey public_half_;
  KeyContext signer_;
};

}  // namespace p2pchat::cipher::rsa_aes
