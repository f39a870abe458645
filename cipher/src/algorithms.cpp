// SPDX-License-Identifier: MIT
#include "cipher/algorithms.hpp"

#include <openssl/core_names.h>
#include <openssl/params.h>

namespace p2pchat::cipher {
namespace {

MacContext hmac_template() {
  const Mac hmac(require(EVP_MAC_fetch(nullptr, "HMAC", nullptr), "fetching HMAC"));
  MacContext context(require(EVP_MAC_CTX_new(hmac.get()), "making an HMAC"));
  char digest[] = "SHA256";
  const OSSL_PARAM params[] = {OSSL_PARAM_construct_utf8_string(OSSL_MAC_PARAM_DIGEST, digest, 0),
                               OSSL_PARAM_construct_end()};
  require(EVP_MAC_CTX_set_params(context.get(), params), "choosing SHA-256 for HMAC");
  return context;
}

}  // namespace

Algorithms::Algorithms(const char* aead_name)
    : sha256(require(EVP_MD_fetch(nullptr, "SHA256", nullptr), "fetching SHA-256")),
      aead(require(EVP_CIPHER_fetch(nullptr, aead_name, nullptr), "fetching the suite's cipher")),
      hmac_sha256(hmac_template()) {}

}  // namespace p2pchat::cipher
