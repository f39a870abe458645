// SPDX-License-Identifier: MIT
#include "spki.hpp"

#include "rsa_fixture.hpp"

#include <openssl/rsa.h>

namespace p2pchat::test {
namespace {

using namespace cipher;
using namespace cipher::rsa_aes;

Octets spki_by_openssl(EVP_PKEY* key) {
  std::uint8_t* der = nullptr;
  const auto length = i2d_PUBKEY(key, &der);
  Octets out(der, der + length);
  OPENSSL_free(der);
  return out;
}

using Spki = WithKeys;

TEST_F(Spki, IsWhatOpensslWritesAtEverySize) {
  for (const unsigned bits : {2048u, 3072u, 4096u}) {
    const auto mine = key(0, bits);
    const auto by_openssl = spki_by_openssl(mine->handle());
    EXPECT_EQ(to_hex(mine->public_half().spki()), to_hex(view(by_openssl)));
    const auto modulus = modulus_of(view(by_openssl));
    ASSERT_TRUE(modulus);
    EXPECT_EQ(modulus->len * 8, bits);
    EXPECT_EQ(spki_of(*modulus), by_openssl);
  }
}

TEST_F(Spki, EveryFlippedBitGivesAnotherKeyOrNone) {
  const auto spki = spki_by_openssl(key(0)->handle());
  std::size_t other_keys = 0;
  for (std::size_t bit = 0; bit < 8 * spki.size(); ++bit) {
    const auto changed = flipped(spki, bit);
    const auto modulus = modulus_of(view(changed));
    if (!modulus) continue;
    ++other_keys;
    ASSERT_EQ(spki_of(*modulus), changed);
  }
  EXPECT_EQ(other_keys, 2048u - 2u);  // every bit of the modulus but the highest and the lowest
}

TEST_F(Spki, RefusesEveryOtherLength) {
  const auto spki = spki_by_openssl(key(0)->handle());
  for (std::size_t length = 0; length < spki.size(); ++length) EXPECT_FALSE(modulus_of({spki.data(), length}));
  auto longer = spki;
  longer.push_back(0);
  EXPECT_FALSE(modulus_of(view(longer)));
}

TEST_F(Spki, RefusesOtherSizesAndExponents) {
  const struct { unsigned bits, exponent; } others[] = {{1024, 65537}, {2048, 3}, {2048, 17}};
  for (const auto& [bits, exponent] : others) {
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY_keygen_init(context.get());
    EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), static_cast<int>(bits));
    const std::unique_ptr<BIGNUM, FreedBy<BN_free>> e(BN_new());
    BN_set_word(e.get(), exponent);
    EVP_PKEY_CTX_set1_rsa_keygen_pubexp(context.get(), e.get());
    EVP_PKEY* made = nullptr;
    ASSERT_EQ(EVP_PKEY_generate(context.get(), &made), 1);
    Key other(made);
    EXPECT_FALSE(modulus_of(view(spki_by_openssl(made)))) << bits << " " << exponent;
    Status why;
    EXPECT_FALSE(scheme->adopt(std::move(other), why));
    EXPECT_EQ(why.code, Errc::malformed);
  }
}

}  // namespace
}  // namespace p2pchat::test
