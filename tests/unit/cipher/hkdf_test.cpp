// SPDX-License-Identifier: MIT
#include "cipher/hkdf.hpp"

#include "fixture.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

Octets run_of(std::uint8_t first, std::uint8_t last) {
  Octets out;
  for (int i = first; i <= last; ++i) out.push_back(static_cast<std::uint8_t>(i));
  return out;
}

const Algorithms& algorithms() {
  static const Algorithms fetched("AES-256-GCM");
  return fetched;
}

TEST(Hmac, AgreesWithRfc4231) {
  EXPECT_EQ(to_hex(view(hmac(algorithms(), view(Octets(20, 0x0b)), {bytes::of("Hi There")}))),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
  EXPECT_EQ(
      to_hex(view(hmac(algorithms(), bytes::of("Jefe"), {bytes::of("what do ya want "), bytes::of("for nothing?")}))),
      "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
}

TEST(Hkdf, AgreesWithRfc5869Case1) {
  const auto extracted = hkdf_extract(algorithms(), view(run_of(0, 0x0c)), view(Octets(22, 0x0b)));
  EXPECT_EQ(to_hex(view(extracted)), "077709362c2e32df0ddc3f0dc47bba6390b6c73bb50f9c3122ec844ad7c2b3e5");
  EXPECT_EQ(to_hex(view(hkdf_expand(algorithms(), view(extracted), {view(run_of(0xf0, 0xf9))}, 42))),
            "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
}

TEST(Hkdf, AgreesWithRfc5869Case2) {
  const auto extracted = hkdf_extract(algorithms(), view(run_of(0x60, 0xaf)), view(run_of(0, 0x4f)));
  const auto info = run_of(0xb0, 0xff);
  const auto first = slice(view(info), 0, 33), rest = slice(view(info), 33, info.size() - 33);
  EXPECT_EQ(
      to_hex(view(hkdf_expand(algorithms(), view(extracted), {first, rest}, 82))),
      "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f09"
      "b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
}

TEST(Hkdf, AgreesWithRfc5869Case3WhichHasNoSaltAndNoInfo) {
  const auto extracted = hkdf_extract(algorithms(), {}, view(Octets(22, 0x0b)));
  EXPECT_EQ(to_hex(view(extracted)), "19ef24a32c717b167f33a91d6f648bdf96596776afdb6377ac434c1c293ccb04");
  EXPECT_EQ(to_hex(view(hkdf_expand(algorithms(), view(extracted), {}, 42))),
            "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

}  // namespace
}  // namespace p2pchat::test
