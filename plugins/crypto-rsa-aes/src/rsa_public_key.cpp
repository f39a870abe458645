// SPDX-License-Identifier: MIT
#include "rsa_public_key.hpp"

#include "cipher/sha256.hpp"
#include "oaep.hpp"
#include "pss.hpp"
#include "spki.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace p2pchat::cipher::rsa_aes {
namespace {

using PublicNumber = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreedBy<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, FreedBy<OSSL_PARAM_free>>;

// From the numbers: OpenSSL 3.0 takes fifteen times longer to decode the SPKI.
Key key_of(bytes modulus) {
  const PublicNumber n(require(BN_bin2bn(modulus.ptr, static_cast<int>(modulus.len), nullptr), "reading a modulus"));
  const ParamBuilder builder(require(OSSL_PARAM_BLD_new(), "building a key"));
  require(OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()), "building a key");
  require(OSSL_PARAM_BLD_push_uint(builder.get(), OSSL_PKEY_PARAM_RSA_E, RSA_F4), "building a key");
  const Params params(require(OSSL_PARAM_BLD_to_param(builder.get()), "building a key"));
  const KeyContext context(require(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr), "building a key"));
  require(EVP_PKEY_fromdata_init(context.get()), "building a key");
  EVP_PKEY* key = nullptr;
  require(EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()), "building a key");
  return Key(key);
}

}  // namespace

RsaPublicKey::RsaPublicKey(const SharedAlgorithms& algorithms, bytes modulus)
    : algorithms_(algorithms),
      spki_(spki_of(modulus)),
      modulus_(modulus_of(view(spki_)).value()),
      id_(sha256(*algorithms, {view(spki_)})),
      key_(key_of(modulus)),
      verifier_(pss_verifier(key_.get())) {}

bool RsaPublicKey::verify(std::initializer_list<bytes> message, bytes signature) const {
  return signature.len == signature_length() && pss_verify(verifier_, sha256(*algorithms_, message), signature);
}

Carried RsaPublicKey::carry(bytes label) const {
  Carried made;
  fill_random(made.secret.data(), made.secret.size());
  made.text = oaep_encrypt(key_.get(), label, view(made.secret));
  return made;
}

}  // namespace p2pchat::cipher::rsa_aes
