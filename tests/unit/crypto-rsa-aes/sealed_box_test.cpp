// SPDX-License-Identifier: MIT
#include "sealed_box.hpp"

#include "fixture.hpp"

namespace p2pchat::test {
namespace {

using namespace rsa_aes;

class SealedBox : public WithKeys {
 protected:
  Octets sealed(bytes plain, bytes aad = bytes::of("about")) const {
    return seal_box(*algorithms, mine->public_half(), aad, plain);
  }
  std::optional<std::string> opened(bytes box, bytes aad = bytes::of("about")) const {
    const auto plain = open_box(*algorithms, *mine, aad, box);
    return plain ? std::optional(std::string(view(*plain).text())) : std::nullopt;
  }
  SharedPrivateKey mine = key(0);
};

TEST_F(SealedBox, OpensForItsOwnerAtEverySize) {
  for (const std::size_t length : {0u, 1u, 255u, 65536u}) {
    const std::string plain(length, 'x');
    const auto box = sealed(bytes::of(plain));
    EXPECT_EQ(box.size(), 3 + 256 + length + 16);
    EXPECT_EQ(opened(view(box)), plain);
  }
  const auto large = key(0, 4096);
  const auto box = seal_box(*algorithms, large->public_half(), {}, bytes::of("words"));
  EXPECT_EQ(view(open_box(*algorithms, *large, {}, view(box)).value()).text(), "words");
}

TEST_F(SealedBox, OpensForNobodyElseAndUnderNoOtherHeading) {
  const auto box = sealed(bytes::of("words"));
  EXPECT_FALSE(open_box(*algorithms, *key(1), bytes::of("about"), view(box)));
  EXPECT_FALSE(opened(view(box), bytes::of("About")));
  EXPECT_FALSE(opened(view(box), {}));
}

TEST_F(SealedBox, WithAnyBitFlippedStaysShut) {
  const auto box = sealed(bytes::of("words"));
  for (std::size_t bit = 0; bit < 8 * box.size(); ++bit) ASSERT_FALSE(opened(view(flipped(box, bit)))) << bit;
  EXPECT_TRUE(opened(view(box)));
}

TEST_F(SealedBox, CutOrExtendedStaysShut) {
  auto box = sealed(bytes::of("words"));
  for (std::size_t length = 0; length < box.size(); ++length) EXPECT_FALSE(opened({box.data(), length}));
  box.push_back(0);
  EXPECT_FALSE(opened(view(box)));
}

TEST_F(SealedBox, ContentOfOneInTheHeadOfAnotherStaysShut) {
  auto box = sealed(bytes::of("words"));
  const auto other = sealed(bytes::of("words"));
  std::copy_n(other.begin(), 3 + 256, box.begin());
  EXPECT_FALSE(opened(view(box)));
}

}  // namespace
}  // namespace p2pchat::test
