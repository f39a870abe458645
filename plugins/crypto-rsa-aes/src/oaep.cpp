// SPDX-License-Identifier: MIT
#include "oaep.hpp"

#include <openssl/rsa.h>

namespace p2pchat::cipher::rsa_aes {
namespace {

KeyContext prepared(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*), bytes label) {
  KeyContext context(require(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), "preparing OAEP"));
  require(init(context.get()), "preparing OAEP");
  require(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_OAEP_PADDING), "choosing OAEP");
  require(EVP_PKEY_CTX_set_rsa_oaep_md(context.get(), EVP_sha256()), "choosing SHA-256 for OAEP");
  require(EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()), "choosing SHA-256 for MGF1");
  auto* owned = require(OPENSSL_memdup(label.ptr, label.len), "copying the label");
  const auto set = EVP_PKEY_CTX_set0_rsa_oaep_label(context.get(), owned, static_cast<int>(label.len));
  if (set <= 0) OPENSSL_free(owned);
  require(set, "setting the label");
  return context;
}

}  // namespace

Octets oaep_encrypt(EVP_PKEY* key, bytes label, bytes secret) {
  const auto context = prepared(key, EVP_PKEY_encrypt_init, label);
  std::size_t length = 0;
  require(EVP_PKEY_encrypt(context.get(), nullptr, &length, secret.ptr, secret.len), "encrypting with OAEP");
  Octets sealed(length);
  require(EVP_PKEY_encrypt(context.get(), sealed.data(), &length, secret.ptr, secret.len), "encrypting with OAEP");
  sealed.resize(length);
  return sealed;
}

std::optional<SecretOctets> oaep_decrypt(EVP_PKEY* key, bytes label, bytes sealed) {
  const auto context = prepared(key, EVP_PKEY_decrypt_init, label);
  std::size_t length = 0;
  require(EVP_PKEY_decrypt(context.get(), nullptr, &length, sealed.ptr, sealed.len), "decrypting with OAEP");
  SecretOctets plain(length);
  if (!succeeded(EVP_PKEY_decrypt(context.get(), plain.data(), &length, sealed.ptr, sealed.len))) return std::nullopt;
  plain.resize(length);
  return plain;
}

}  // namespace p2pchat::cipher::rsa_aes
