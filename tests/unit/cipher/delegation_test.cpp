// SPDX-License-Identifier: MIT
#include "cipher/delegation.hpp"

#include "cipher/agreement.hpp"
#include "cipher/purposes.hpp"
#include "cipher/work.hpp"
#include "schemes.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

constexpr std::uint64_t now = 1'763'923'200'000, day = 24ull * 3600 * 1000;
constexpr unsigned bits = 8;

class Delegations : public OfEveryScheme {
 protected:
  Octets made(std::uint64_t expiry_ms = now + day, unsigned work_bits = bits) const {
    return make_delegation(*scheme, *mine, pair.share, expiry_ms, work_bits);
  }
  Status check(const Octets& delegation, std::uint64_t at = now, unsigned work_bits = bits) {
    owner = {};
    return check_delegation(*scheme, view(delegation), at, work_bits, owner);
  }
  SharedPrivateKey mine = key(0);
  X25519Pair pair = make_x25519();
  Id owner;
};

TEST_P(Delegations, TellWhoseTheyAre) {
  EXPECT_TRUE(check(made()).ok());
  EXPECT_EQ(owner, mine->public_half().id());
}

TEST_P(Delegations, FitADatagramTwiceEncoded) {
  const auto delegation = made();
  EXPECT_EQ(delegation.size(), GetParam().delegation);
  // base64url in JSON in base64url, as routing sends it, leaves room for its other members.
  EXPECT_LE((delegation.size() * 4 / 3 + 100) * 4 / 3, 1200u);
}

TEST_P(Delegations, EndAtTheirExpiry) {
  EXPECT_TRUE(check(made(now + 1)).ok());
  EXPECT_EQ(check(made(now)).code, Errc::expired);
  EXPECT_EQ(check(made(now - day)).code, Errc::expired);
  EXPECT_TRUE(check(made(now + longest_delegation_ms)).ok());
  EXPECT_EQ(check(made(now + longest_delegation_ms + 1)).code, Errc::malformed);
  EXPECT_EQ(check(made(UINT64_MAX)).code, Errc::malformed);
}

TEST_P(Delegations, WithAnyBitFlippedAreRefused) {
  const auto delegation = made(now + day, 0);
  for (std::size_t bit = 0; bit < 8 * delegation.size(); ++bit) {
    ASSERT_FALSE(check(flipped(delegation, bit), now, 0).ok()) << bit;
    ASSERT_EQ(owner, Id{});
  }
  EXPECT_TRUE(check(delegation, now, 0).ok());
}

TEST_P(Delegations, CutOrExtendedAreMalformed) {
  auto delegation = made();
  for (std::size_t length = 0; length < delegation.size(); ++length)
    EXPECT_EQ(check({delegation.begin(), delegation.begin() + static_cast<std::ptrdiff_t>(length)}).code,
              Errc::malformed);
  delegation.push_back(0);
  EXPECT_EQ(check(delegation).code, Errc::malformed);
}

TEST_P(Delegations, WithTooLittleWorkAreRefusedBeforeTheSignature) {
  int refused = 0;
  for (int i = 0; i < 20; ++i) {
    const auto status = check(made(now + day + static_cast<std::uint64_t>(i), 0), now, 16);
    refused += status.code == Errc::bad_signature && std::string(status.text).find("work") != std::string::npos;
  }
  EXPECT_GE(refused, 19);  // one in 65,536 has the work by luck
}

TEST_P(Delegations, SignedByAnotherKeyAreRefused) {
  const auto honest = made(now + day, 0);
  const auto parsed = parse_delegation(*scheme, view(honest)).value();
  Octets forged;
  put(forged, parsed.vouched);
  put(forged, view(key(1)->sign({bytes::of(purpose::delegation), parsed.vouched})));
  EXPECT_EQ(check(forged, now, 0).code, Errc::bad_signature);
}

TEST_P(Delegations, LeadToACommonKey) {
  const auto delegation = made();
  const auto stranger = make_x25519();
  Secret<32> theirs, ours;
  ASSERT_TRUE(agree(*scheme, view(agreement_secret(stranger)), view(delegation), bytes::of("context"), theirs).ok());
  ASSERT_TRUE(agree(*scheme, view(agreement_secret(pair)), view(stranger.share), bytes::of("context"), ours).ok());
  EXPECT_EQ(to_hex(view(theirs)), to_hex(view(ours)));
}

TEST_P(Delegations, WorkIsWhatItClaims) {
  Sha256 hash(*algorithms);
  const Id seed = hash.of({bytes::of("seed")});
  const auto nonce = find_work(hash, seed, 12);
  EXPECT_TRUE(work_holds(hash, seed, nonce, 12));
  EXPECT_TRUE(work_holds(hash, seed, nonce, 0));
  EXPECT_FALSE(work_holds(hash, seed, nonce, 60));
  Octets input;
  put(input, seed.view());
  put(input, nonce);
  const auto proof = hash.of({view(input)});
  EXPECT_EQ(proof.b[0], 0);
  EXPECT_EQ(proof.b[1] >> 4, 0);
}

INSTANTIATE_TEST_SUITE_P(Schemes, Delegations, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
