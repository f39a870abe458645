// SPDX-License-Identifier: MIT
#include "key_numbers.hpp"

#include "spki.hpp"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/rsa.h>

namespace p2pchat::cipher::rsa_aes {
namespace {

using Number = std::unique_ptr<BIGNUM, FreedBy<BN_clear_free>>;
using Workspace = std::unique_ptr<BN_CTX, FreedBy<BN_CTX_free>>;

Number number_of(EVP_PKEY* key, const char* name) {
  BIGNUM* number = nullptr;
  succeeded(EVP_PKEY_get_bn_param(key, name, &number));
  return Number(number);
}

/// One of the two primes with what belongs to it.
struct Factor {
  Number prime, exponent;
};

Number made() { return Number(require(BN_secure_new(), "making room for a number")); }

/// The private exponent modulo the factor less one is the factor's own, and undoes e.
bool agrees(const Factor& factor, const BIGNUM* e, const BIGNUM* d, BN_CTX* room) {
  const auto less_one = made(), reduced = made();
  require(BN_sub(less_one.get(), factor.prime.get(), BN_value_one()), "checking a key");
  if (BN_is_zero(less_one.get()) || BN_is_negative(less_one.get())) return false;
  require(BN_nnmod(reduced.get(), d, less_one.get(), room), "checking a key");
  if (BN_cmp(reduced.get(), factor.exponent.get()) != 0) return false;
  require(BN_mod_mul(reduced.get(), factor.exponent.get(), e, less_one.get(), room), "checking a key");
  return BN_is_one(reduced.get()) == 1;
}

}  // namespace

std::optional<Octets> acceptable_modulus_of(EVP_PKEY* key) {
  if (EVP_PKEY_is_a(key, "RSA") != 1) return std::nullopt;
  const auto n = number_of(key, OSSL_PKEY_PARAM_RSA_N);
  const auto e = number_of(key, OSSL_PKEY_PARAM_RSA_E);
  if (!n || !e || BN_is_word(e.get(), RSA_F4) != 1) return std::nullopt;
  Octets modulus(static_cast<std::size_t>(BN_num_bytes(n.get())));
  BN_bn2bin(n.get(), modulus.data());
  return acceptable_modulus(view(modulus)) ? std::optional(std::move(modulus)) : std::nullopt;
}

bool numbers_agree(EVP_PKEY* key) {
  const auto n = number_of(key, OSSL_PKEY_PARAM_RSA_N), e = number_of(key, OSSL_PKEY_PARAM_RSA_E),
             d = number_of(key, OSSL_PKEY_PARAM_RSA_D), inverse = number_of(key, OSSL_PKEY_PARAM_RSA_COEFFICIENT1);
  const Factor p{number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR1), number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT1)};
  const Factor q{number_of(key, OSSL_PKEY_PARAM_RSA_FACTOR2), number_of(key, OSSL_PKEY_PARAM_RSA_EXPONENT2)};
  if (!n || !e || !d || !inverse || !p.prime || !p.exponent || !q.prime || !q.exponent) return false;
  const Workspace room(require(BN_CTX_secure_new(), "checking a key"));
  const auto product = made();
  require(BN_mul(product.get(), p.prime.get(), q.prime.get(), room.get()), "checking a key");
  if (BN_cmp(product.get(), n.get()) != 0 || BN_cmp(d.get(), n.get()) >= 0) return false;
  if (!agrees(p, e.get(), d.get(), room.get()) || !agrees(q, e.get(), d.get(), room.get())) return false;
  require(BN_mod_mul(product.get(), inverse.get(), q.prime.get(), p.prime.get(), room.get()), "checking a key");
  return BN_is_one(product.get()) == 1;
}

}  // namespace p2pchat::cipher::rsa_aes
