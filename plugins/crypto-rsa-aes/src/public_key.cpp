// SPDX-License-Identifier: MIT
#include "public_key.hpp"

#include "oaep.hpp"
#include "spki.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/param_build.h>
#include <openssl/rsa.h>

namespace p2pchat::rsa_aes {
namespace {

using Number = std::unique_ptr<BIGNUM, FreedBy<BN_free>>;
using ParamBuilder = std::unique_ptr<OSSL_PARAM_BLD, FreedBy<OSSL_PARAM_BLD_free>>;
using Params = std::unique_ptr<OSSL_PARAM, FreedBy<OSSL_PARAM_free>>;

// From the numbers: OpenSSL 3.0 takes fifteen times longer to decode the SPKI.
Key key_of(bytes modulus) {
  const Number n(require(BN_bin2bn(modulus.ptr, static_cast<int>(modulus.len), nullptr), "reading a modulus"));
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

PublicKey::PublicKey(const SharedAlgorithms& algorithms, bytes modulus)
    : algorithms_(algorithms),
      spki_(spki_of(modulus)),
      modulus_(modulus_of(view(spki_)).value()),
      id_(sha256(*algorithms, {view(spki_)})),
      key_(key_of(modulus)),
      verifier_(pss_verifier(key_.get())) {}

SharedPublicKey PublicKey::from_spki(const SharedAlgorithms& algorithms, bytes spki) {
  const auto modulus = modulus_of(spki);
  return modulus ? std::make_shared<PublicKey>(algorithms, *modulus) : nullptr;
}

SharedPublicKey PublicKey::from_modulus(const SharedAlgorithms& algorithms, bytes modulus) {
  return acceptable_modulus(modulus) ? std::make_shared<PublicKey>(algorithms, modulus) : nullptr;
}

bool PublicKey::verify(std::initializer_list<bytes> message, bytes signature) const {
  return signature.len == size() && pss_verify(verifier_, sha256(*algorithms_, message), signature);
}

Octets PublicKey::encrypt(bytes label, bytes secret) const { return oaep_encrypt(key_.get(), label, secret); }

}  // namespace p2pchat::rsa_aes
