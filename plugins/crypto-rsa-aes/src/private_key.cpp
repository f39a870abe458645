// SPDX-License-Identifier: MIT
#include "private_key.hpp"

#include "oaep.hpp"
#include "purposes.hpp"
#include "spki.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/rsa.h>

namespace p2pchat::rsa_aes {
namespace {

using Number = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;

Number number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  succeeded(EVP_PKEY_get_bn_param(key, name, &number));
  return Number(number);
}

/// The modulus, or nothing when this is not an RSA key as we accept them.
std::optional<Octets> acceptable_modulus_of(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "RSA") != 1) return std::nullopt;
  const auto n = number_of(key, OSSL_PKEY_PARAM_RSA_N);
  const auto e = number_of(key, OSSL_PKEY_PARAM_RSA_E);
  const auto d = number_of(key, OSSL_PKEY_PARAM_RSA_D);
  if (!n || !e || !d || BN_is_word(e.get(), RSA_F4) != 1) return std::nullopt;
  Octets modulus(static_cast<std::size_t>(BN_num_bytes(n.get())));
  BN_bn2bin(n.get(), modulus.data());
  return acceptable_modulus(view(modulus)) ? std::optional(std::move(modulus)) : std::nullopt;
}

}  // namespace

PrivateKey::PrivateKey(const SharedAlgorithms& algorithms, Key key, bytes modulus)
    : algorithms_(algorithms),
      key_(std::move(key)),
      public_half_(algorithms, modulus),
      signer_(pss_signer(key_.get())) {}

SharedPrivateKey PrivateKey::generate(const SharedAlgorithms& algorithms, unsigned bits) {
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

SharedPrivateKey PrivateKey::adopt(const SharedAlgorithms& algorithms, Key key, Status& why) {
  const auto modulus = acceptable_modulus_of(key.get());
  if (!modulus) {
    why = {Errc::malformed, "not an RSA key of 2048, 3072 or 4096 bits with e = 65537"};
    return nullptr;
  }
  auto made = std::make_shared<PrivateKey>(algorithms, std::move(key), view(*modulus));
  // A damaged secret half would sign rubbish, or worse, rubbish that gives the key away.
  const auto probe = bytes::of(purpose::probe);
  if (made->public_half().verify({probe}, view(made->sign({probe})))) return made;
  why = {Errc::malformed, "the halves of the key do not belong together"};
  return nullptr;
}

Octets PrivateKey::sign(std::initializer_list<bytes> message) const {
  return pss_sign(signer_, sha256(*algorithms_, message));
}

std::optional<SecretOctets> PrivateKey::decrypt(bytes label, bytes sealed) const {
  if (sealed.len != public_half_.size()) return std::nullopt;
  return oaep_decrypt(key_.get(), label, sealed);
}

}  // namespace p2pchat::rsa_aes
