// SPDX-License-Identifier: MIT
#include "cipher/aead.hpp"

#include "fixture.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using namespace cipher;

struct Vector {
  std::string key, nonce, aad, plain, sealed;
};

// McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, cases 13 to 16 (the AES-256 ones with 12-octet
// vectors), as in NIST's submission.
const Vector vectors[] = {
    {std::string(64, '0'), std::string(24, '0'), "", "", "530f8afbc74536b9a963b4f1c4cb738b"},
    {std::string(64, '0'), std::string(24, '0'), "", std::string(32, '0'),
     "cea7403d4d606b6e074ec5d3baf39d18d0d1c8a799996bf0265b98b5d48ab919"},
    {"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888", "",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657b"
     "a"
     "637b391aafd255",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0ab"
     "c"
     "c9f662898015adb094dac5d93471bdec1a502270e3cc6c"},
    {"feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308", "cafebabefacedbaddecaf888",
     "feedfacedeadbeeffeedfacedeadbeefabaddad2",
     "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a721c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657b"
     "a"
     "637b39",
     "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0ab"
     "c"
     "c9f66276fc6ece0f4e1768cddf8853bb2d551b"}};

Nonce nonce_of(const Vector& v) {
  Nonce nonce;
  std::ranges::copy(from_hex(v.nonce), nonce.begin());
  return nonce;
}

TEST(Aead, AgreesWithThePublishedVectors) {
  const Algorithms algorithms("AES-256-GCM");
  for (const auto& v : vectors) {
    const auto key = from_hex(v.key), aad = from_hex(v.aad), plain = from_hex(v.plain);
    Octets sealed(plain.size() + tag_length), opened(plain.size());
    Aead(algorithms, Aead::Direction::seal, view(key)).seal(nonce_of(v), view(aad), view(plain), sealed.data());
    EXPECT_EQ(to_hex(view(sealed)), v.sealed);
    EXPECT_TRUE(
        Aead(algorithms, Aead::Direction::open, view(key)).open(nonce_of(v), view(aad), view(sealed), opened.data()));
    EXPECT_EQ(opened, plain);
  }
}

TEST(Aead, OneContextServesManyTexts) {
  const Algorithms algorithms("AES-256-GCM");
  const auto key = from_hex(vectors[2].key);
  Aead seal(algorithms, Aead::Direction::seal, view(key)), open(algorithms, Aead::Direction::open, view(key));
  for (int round = 0; round < 2; ++round)
    for (const auto& v : {vectors[2], vectors[3]}) {
      const auto aad = from_hex(v.aad), plain = from_hex(v.plain);
      Octets sealed(plain.size() + tag_length), opened(plain.size());
      seal.seal(nonce_of(v), view(aad), view(plain), sealed.data());
      EXPECT_EQ(to_hex(view(sealed)), v.sealed);
      EXPECT_TRUE(open.open(nonce_of(v), view(aad), view(sealed), opened.data()));
      EXPECT_EQ(opened, plain);
    }
}

TEST(Aead, AnyFlippedBitIsRefusedAndLeavesOnlyZeros) {
  const Algorithms algorithms("AES-256-GCM");
  const auto& v = vectors[3];
  const auto key = from_hex(v.key), aad = from_hex(v.aad), sealed = from_hex(v.sealed);
  Aead gcm(algorithms, Aead::Direction::open, view(key));
  Octets opened(sealed.size() - tag_length);
  for (std::size_t bit = 0; bit < 8 * sealed.size(); ++bit) {
    ASSERT_FALSE(gcm.open(nonce_of(v), view(aad), view(flipped(sealed, bit)), opened.data())) << bit;
    ASSERT_EQ(opened, Octets(opened.size(), 0));
  }
  for (std::size_t bit = 0; bit < 8 * aad.size(); ++bit)
    ASSERT_FALSE(gcm.open(nonce_of(v), view(flipped(aad, bit)), view(sealed), opened.data())) << bit;
  EXPECT_TRUE(gcm.open(nonce_of(v), view(aad), view(sealed), opened.data()));
}

}  // namespace
}  // namespace p2pchat::test
