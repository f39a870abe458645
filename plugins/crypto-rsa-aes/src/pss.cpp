// SPDX-License-Identifier: MIT
#include "pss.hpp"

#include <openssl/rsa.h>

namespace p2pchat::cipher::rsa_aes {
namespace {

constexpr int pss_salt_length = 32;

KeyContext prepared(EVP_PKEY* key, int (*init)(EVP_PKEY_CTX*)) {
  KeyContext context(require(EVP_PKEY_CTX_new_from_pkey(nullptr, key, nullptr), "preparing PSS"));
  require(init(context.get()), "preparing PSS");
  require(EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PSS_PADDING), "choosing PSS");
  require(EVP_PKEY_CTX_set_signature_md(context.get(), EVP_sha256()), "choosing SHA-256 for PSS");
  require(EVP_PKEY_CTX_set_rsa_mgf1_md(context.get(), EVP_sha256()), "choosing SHA-256 for MGF1");
  require(EVP_PKEY_CTX_set_rsa_pss_saltlen(context.get(), pss_salt_length), "choosing the length of the salt");
  return context;
}

KeyContext copy_of(const KeyContext& prepared_context) {
  return KeyContext(require(EVP_PKEY_CTX_dup(prepared_context.get()), "preparing PSS"));
}

}  // namespace

KeyContext pss_signer(EVP_PKEY* key) { return prepared(key, EVP_PKEY_sign_init); }
KeyContext pss_verifier(EVP_PKEY* key) { return prepared(key, EVP_PKEY_verify_init); }

Octets pss_sign(const KeyContext& signer, const Id& hash) {
  const auto context = copy_of(signer);
  std::size_t length = 0;
  require(EVP_PKEY_sign(context.get(), nullptr, &length, hash.b, sizeof hash.b), "signing");
  Octets signature(length);
  require(EVP_PKEY_sign(context.get(), signature.data(), &length, hash.b, sizeof hash.b), "signing");
  signature.resize(length);
  return signature;
}

bool pss_verify(const KeyContext& verifier, const Id& hash, bytes signature) {
  const auto context = copy_of(verifier);
  return succeeded(EVP_PKEY_verify(context.get(), signature.ptr, signature.len, hash.b, sizeof hash.b));
}

}  // namespace p2pchat::cipher::rsa_aes
