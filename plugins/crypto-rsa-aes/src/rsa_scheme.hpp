// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/scheme.hpp"
namespace p2pchat::cipher::rsa_aes {

/// RSA identities (PSS, OAEP) with AES-256-GCM.
class RsaScheme final : public Scheme {
 public:
  /// `bits` of a new key: 2048, 3072 or 4096.
  explicit RsaScheme(unsigned bits = 2048);
  const char* key_form() const override;
  SharedPrivateKey generate() const override;
  SharedPrivateKey adopt(Key key, Status& why) const override;
  SharedPublicKey from_spki(bytes spki) const override;
  SharedPublicKey from_compact(bytes modulus) const override;
  std::optional<std::size_t> compact_length(std::size_t with_signature) const override;

 private:
  const unsigned bits_;
};

}  // namespace p2pchat::cipher::rsa_aes
