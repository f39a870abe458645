// SPDX-License-Identifier: MIT
#include "rsa_fixture.hpp"

#include <openssl/rsa.h>

namespace p2pchat::test {
namespace {

using namespace cipher;
using namespace cipher::rsa_aes;

/// How a stranger might sign instead.
struct Scheme {
  const char* name;
  int padding;
  int salt;
  const EVP_MD* hash;
  const EVP_MD* mask_hash;
};

Octets signed_as(EVP_PKEY* key, const Scheme& scheme, bytes message) {
  const DigestContext context(EVP_MD_CTX_new());
  EVP_PKEY_CTX* options = nullptr;
  EVP_DigestSignInit(context.get(), &options, scheme.hash, nullptr, key);
  EVP_PKEY_CTX_set_rsa_padding(options, scheme.padding);
  if (scheme.padding == RSA_PKCS1_PSS_PADDING) {
    EVP_PKEY_CTX_set_rsa_mgf1_md(options, scheme.mask_hash);
    EVP_PKEY_CTX_set_rsa_pss_saltlen(options, scheme.salt);
  }
  std::size_t length = 0;
  EVP_DigestSign(context.get(), nullptr, &length, message.ptr, message.len);
  Octets signature(length);
  EXPECT_EQ(EVP_DigestSign(context.get(), signature.data(), &length, message.ptr, message.len), 1);
  return signature;
}

using Rsa = WithKeys;

TEST_F(Rsa, SignaturesHoldAtEverySizeAndForNothingElse) {
  for (const unsigned bits : {2048u, 3072u, 4096u}) {
    const auto mine = key(0, bits);
    const auto signature = mine->sign({bytes::of("one "), bytes::of("message")});
    EXPECT_EQ(signature.size(), bits / 8);
    EXPECT_TRUE(mine->public_half().verify({bytes::of("one message")}, view(signature)));
    EXPECT_FALSE(mine->public_half().verify({bytes::of("one messag")}, view(signature)));
    EXPECT_FALSE(key(1)->public_half().verify({bytes::of("one message")}, view(signature)));
  }
}

TEST_F(Rsa, EveryFlippedBitOfASignatureIsRefused) {
  const auto mine = key(0);
  const auto signature = mine->sign({bytes::of("message")});
  for (std::size_t bit = 0; bit < 8 * signature.size(); ++bit)
    ASSERT_FALSE(mine->public_half().verify({bytes::of("message")}, view(flipped(signature, bit)))) << bit;
}

TEST_F(Rsa, AcceptsNoSignatureButPssWithSha256AndASaltOf32) {
  const auto mine = key(0);
  const auto message = bytes::of("message");
  const Scheme ours{"ours", RSA_PKCS1_PSS_PADDING, 32, EVP_sha256(), EVP_sha256()};
  EXPECT_TRUE(mine->public_half().verify({message}, view(signed_as(mine->handle(), ours, message))));
  const Scheme others[] = {{"PKCS#1 v1.5", RSA_PKCS1_PADDING, 0, EVP_sha256(), nullptr},
                           {"no salt", RSA_PKCS1_PSS_PADDING, 0, EVP_sha256(), EVP_sha256()},
                           {"salt of 20", RSA_PKCS1_PSS_PADDING, 20, EVP_sha256(), EVP_sha256()},
                           {"longest salt", RSA_PKCS1_PSS_PADDING, RSA_PSS_SALTLEN_MAX, EVP_sha256(), EVP_sha256()},
                           {"SHA-1", RSA_PKCS1_PSS_PADDING, 32, EVP_sha1(), EVP_sha1()},
                           {"SHA-512", RSA_PKCS1_PSS_PADDING, 32, EVP_sha512(), EVP_sha512()},
                           {"SHA-1 mask", RSA_PKCS1_PSS_PADDING, 32, EVP_sha256(), EVP_sha1()}};
  for (const auto& other : others)
    EXPECT_FALSE(mine->public_half().verify({message}, view(signed_as(mine->handle(), other, message)))) << other.name;
}

TEST_F(Rsa, OaepOpensWithItsKeyAndItsLabelOnly) {
  const auto mine = key(0);
  const auto sealed = oaep_encrypt(mine->handle(), bytes::of("label"), bytes::of("secret"));
  const auto opened = oaep_decrypt(mine->handle(), bytes::of("label"), view(sealed));
  ASSERT_TRUE(opened);
  EXPECT_EQ(view(*opened).text(), "secret");
  EXPECT_FALSE(oaep_decrypt(mine->handle(), bytes::of("Label"), view(sealed)));
  EXPECT_FALSE(oaep_decrypt(key(1)->handle(), bytes::of("label"), view(sealed)));
  EXPECT_FALSE(oaep_decrypt(mine->handle(), bytes::of("label"), {sealed.data(), sealed.size() - 1}));
  for (std::size_t bit = 0; bit < 8 * sealed.size(); bit += 61)
    EXPECT_FALSE(oaep_decrypt(mine->handle(), bytes::of("label"), view(flipped(sealed, bit)))) << bit;
}

TEST_F(Rsa, DecryptsNoPkcs1Padding) {
  const auto mine = key(0);
  const KeyContext context(EVP_PKEY_CTX_new_from_pkey(nullptr, mine->handle(), nullptr));
  EVP_PKEY_encrypt_init(context.get());
  EVP_PKEY_CTX_set_rsa_padding(context.get(), RSA_PKCS1_PADDING);
  Octets sealed(256);
  std::size_t length = sealed.size();
  ASSERT_EQ(EVP_PKEY_encrypt(context.get(), sealed.data(), &length, sealed.data(), 32), 1);
  EXPECT_FALSE(oaep_decrypt(mine->handle(), bytes::of("label"), view(sealed)));
}

TEST_F(Rsa, GeneratesKeysOfTheSizeAsked) {
  const auto made = scheme->generate();
  EXPECT_EQ(made->public_half().compact().len, 256u);
  EXPECT_NE(made->public_half().id(), scheme->generate()->public_half().id());
}

}  // namespace
}  // namespace p2pchat::test
