// SPDX-License-Identifier: MIT
#include "cipher/x25519.hpp"

#include "cipher/agreement.hpp"
#include "schemes.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using namespace cipher;

Secret<32> secret_of(std::string_view hex) {
  Secret<32> secret;
  std::ranges::copy(from_hex(hex), secret.data());
  return secret;
}

/// The seven shares of small order and their twins over the prime, as listed by D. J. Bernstein (cr.yp.to/ecdh.html).
const char* const small_order[] = {"0000000000000000000000000000000000000000000000000000000000000000",
                                   "0100000000000000000000000000000000000000000000000000000000000000",
                                   "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
                                   "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
                                   "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                   "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                                   "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"};

TEST(X25519, AgreesWithRfc7748) {
  const auto shared = x25519(secret_of("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4"),
                             view(from_hex("e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c")));
  ASSERT_TRUE(shared);
  EXPECT_EQ(to_hex(view(*shared)), "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552");
}

TEST(X25519, ReachesTheSecretOfRfc7748Section61) {
  const auto bob = x25519_pair(secret_of("5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb"));
  EXPECT_EQ(to_hex(view(bob.share)), "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f");
  const auto shared =
      x25519(bob.secret, view(from_hex("8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a")));
  ASSERT_TRUE(shared);
  EXPECT_EQ(to_hex(view(*shared)), "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742");
}

TEST(X25519, RefusesSharesOfSmallOrder) {
  const auto mine = make_x25519();
  for (const auto* share : small_order) EXPECT_FALSE(x25519(mine.secret, view(from_hex(share)))) << share;
  EXPECT_FALSE(x25519(mine.secret, view(Octets(31, 9))));
}

TEST(Agreement, BothSidesReachTheSameKeyAndNobodyElse) {
  const ed25519::Ed25519Scheme scheme;
  const auto a = make_x25519(), b = make_x25519(), c = make_x25519();
  Secret<32> from_a, from_b, from_c, other_context;
  ASSERT_TRUE(agree(scheme, view(agreement_secret(a)), view(b.share), bytes::of("context"), from_a).ok());
  ASSERT_TRUE(agree(scheme, view(agreement_secret(b)), view(a.share), bytes::of("context"), from_b).ok());
  ASSERT_TRUE(agree(scheme, view(agreement_secret(c)), view(a.share), bytes::of("context"), from_c).ok());
  ASSERT_TRUE(agree(scheme, view(agreement_secret(b)), view(a.share), bytes::of("Context"), other_context).ok());
  EXPECT_EQ(to_hex(view(from_a)), to_hex(view(from_b)));
  EXPECT_NE(to_hex(view(from_a)), to_hex(view(from_c)));
  EXPECT_NE(to_hex(view(from_a)), to_hex(view(other_context)));
}

TEST(Agreement, RefusesSharesOfSmallOrderAndRubbish) {
  const ed25519::Ed25519Scheme scheme;
  const auto mine = agreement_secret(make_x25519());
  Secret<32> key;
  for (const auto* share : small_order)
    EXPECT_EQ(agree(scheme, view(mine), view(from_hex(share)), {}, key).code, Errc::bad_signature);
  EXPECT_EQ(agree(scheme, view(mine), view(Octets(33, 9)), {}, key).code, Errc::malformed);
  EXPECT_EQ(agree(scheme, {mine.data(), 63}, view(make_x25519().share), {}, key).code, Errc::malformed);
}

}  // namespace
}  // namespace p2pchat::test
