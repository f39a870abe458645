// SPDX-License-Identifier: MIT
#pragma once
#include "public_key.hpp"
#include "secret.hpp"

namespace p2pchat::rsa_aes {

class PrivateKey;
using SharedPrivateKey = std::shared_ptr<const PrivateKey>;

/// An RSA key pair in memory; OpenSSL erases its numbers when it goes. Immutable. Thread: [any].
class PrivateKey {
 public:
  /// Makes one of `bits` bits with e = 65537.
  static SharedPrivateKey generate(const SharedAlgorithms& algorithms, unsigned bits);
  /// Takes a key from outside; null and `why` when its kind, size or exponent is not acceptable, or when its halves
  /// do not belong together.
  static SharedPrivateKey adopt(const SharedAlgorithms& algorithms, Key key, Status& why);
  PrivateKey(const SharedAlgorithms& algorithms, Key key, bytes modulus);

  const PublicKey& public_half() const { return public_half_; }
  /// Signs the parts one after the other.
  Octets sign(std::initializer_list<bytes> message) const;
  /// Decrypts what `PublicKey::encrypt` made.
  std::optional<SecretOctets> decrypt(bytes label, bytes sealed) const;
  /// For writing it to a file.
  EVP_PKEY* handle() const { return key_.get(); }

 private:
  SharedAlgorithms algorithms_;
  Key key_;
  PublicKey public_half_;
  KeyContext signer_;
};

}  // namespace p2pchat::rsa_aes
