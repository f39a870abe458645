// SPDX-License-Identifier: MIT
#include "cipher/sealed_box.hpp"

#include "schemes.hpp"

namespace p2pchat::test {
namespace {

using namespace cipher;

class SealedBox : public OfEveryScheme {
 protected:
  Octets sealed(bytes plain, bytes aad = bytes::of("about")) const {
    return seal_box(*scheme, mine->public_half(), aad, plain);
  }
  std::optional<std::string> opened(bytes box, bytes aad = bytes::of("about")) const {
    const auto plain = open_box(*scheme, *mine, aad, box);
    return plain ? std::optional(std::string(view(*plain).text())) : std::nullopt;
  }
  SharedPrivateKey mine = key(0);
};

TEST_P(SealedBox, OpensForItsOwnerAtEveryLength) {
  for (const std::size_t length : {0u, 1u, 255u, 65536u}) {
    const std::string plain(length, 'x');
    const auto box = sealed(bytes::of(plain));
    EXPECT_EQ(box.size(), 3 + GetParam().carried + length + 16);
    EXPECT_EQ(opened(view(box)), plain);
  }
}

TEST_P(SealedBox, OpensForNobodyElseAndUnderNoOtherHeading) {
  const auto box = sealed(bytes::of("words"));
  EXPECT_FALSE(open_box(*scheme, *key(1), bytes::of("about"), view(box)));
  EXPECT_FALSE(opened(view(box), bytes::of("About")));
  EXPECT_FALSE(opened(view(box), {}));
}

TEST_P(SealedBox, WithAnyBitFlippedStaysShut) {
  const auto box = sealed(bytes::of("words"));
  for (std::size_t bit = 0; bit < 8 * box.size(); ++bit) ASSERT_FALSE(opened(view(flipped(box, bit)))) << bit;
  EXPECT_TRUE(opened(view(box)));
}

TEST_P(SealedBox, CutOrExtendedStaysShut) {
  auto box = sealed(bytes::of("words"));
  for (std::size_t length = 0; length < box.size(); ++length) EXPECT_FALSE(opened({box.data(), length}));
  box.push_back(0);
  EXPECT_FALSE(opened(view(box)));
}

TEST_P(SealedBox, ContentOfOneInTheHeadOfAnotherStaysShut) {
  auto box = sealed(bytes::of("words"));
  const auto other = sealed(bytes::of("words"));
  std::copy_n(other.begin(), 3 + GetParam().carried, box.begin());
  EXPECT_FALSE(opened(view(box)));
}

INSTANTIATE_TEST_SUITE_P(Schemes, SealedBox, every_scheme, name_of_scheme);

}  // namespace
}  // namespace p2pchat::test
