// SPDX-License-Identifier: MIT
#include "rsa_private_key.hpp"

#include "cipher/sha256.hpp"
#include "key_numbers.hpp"
#include "oaep.hpp"
#include "pss.hpp"

#include <openssl/rsa.h>

namespace p2pchat::cipher::rsa_aes {

RsaPrivateKey::RsaPrivateKey(const SharedAlgorithms& algorithms, Key key, bytes modulus)
    : algorithms_(algorithms),
      key_(std::move(key)),
      public_half_(algorithms, modulus),
      signer_(pss_signer(key_.get())) {}

SharedPrivateKey RsaPrivateKey::generate(const SharedAlgorithms& algorithms, unsigned bits) {
  const KeyContext context(require(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), "making a key"));
  require(EVP_PKEY_keygen_init(context.get()), "making a key");
  require(EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), static_cast<int>(bits)), "choosing the size of a key");
  EVP_PKEY* made = nullptr;
  require(EVP_PKEY_generate(context.get(), &made), "making a key");
  Status why;
  auto key = adopt(algorithms, Key(made), why);
  if (!key) throw std::runtime_error(why.text);
  return key;
}

SharedPrivateKey RsaPrivateKey::adopt(const SharedAlgorithms& algorithms, Key key, Status& why) {
  const auto modulus = acceptable_modulus_of(key.get());
  if (!modulus) {
    why = {Errc::malformed, "not an RSA key of 2048, 3072 or 4096 bits with e = 65537"};
    return nullptr;
  }
  if (!numbers_agree(key.get())) {
    why = {Errc::malformed, "the numbers of the key do not belong together: the file is damaged"};
    return nullptr;
  }
  return std::make_shared<RsaPrivateKey>(algorithms, std::move(key), view(*modulus));
}

Octets RsaPrivateKey::sign(std::initializer_list<bytes> message) const {
  return pss_sign(signer_, sha256(*algorithms_, message));
}

Secret<32> RsaPrivateKey::receive(bytes label, bytes text) const {
  Secret<32> secret;
  fill_random(secret.data(), secret.size());
  const auto found = text.len == public_half_.carried_length() ? oaep_decrypt(key_.get(), label, text) : std::nullopt;
  if (found && found->size() == secret.size()) std::copy(found->begin(), found->end(), secret.data());
  return secret;
}

}  // namespace p2pchat::cipher::rsa_aes
