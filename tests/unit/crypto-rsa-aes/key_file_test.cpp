// SPDX-License-Identifier: MIT
#include "cipher/key_file.hpp"

#include "rsa_fixture.hpp"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using namespace cipher;
using namespace cipher::rsa_aes;

class KeyFile : public WithKeys {
 protected:
  SharedPrivateKey read(bytes file, std::string_view passphrase = "") {
    return read_key_file(*scheme, file, passphrase, why);
  }
  Status why;
};

std::string text_of(const SecretOctets& file) { return std::string(view(file).text()); }

/// What is between the armour's lines, decoded.
Octets der_of(const std::string& pem) {
  const Bio source(BIO_new_mem_buf(pem.data(), static_cast<int>(pem.size())));
  char *name = nullptr, *header = nullptr;
  std::uint8_t* data = nullptr;
  long length = 0;
  EXPECT_EQ(PEM_read_bio(source.get(), &name, &header, &data, &length), 1);
  Octets out(data, data + length);
  OPENSSL_free(name), OPENSSL_free(header), OPENSSL_free(data);
  return out;
}

TEST_F(KeyFile, ComesBackAsTheSameKeyAtEverySize) {
  for (const unsigned bits : {2048u, 3072u, 4096u}) {
    const auto mine = key(0, bits);
    const auto back = read(view(write_key_file(*mine, "")));
    ASSERT_TRUE(back) << why.text;
    EXPECT_EQ(back->public_half().id(), mine->public_half().id());
  }
}

TEST_F(KeyFile, IsReadAsDerToo) {
  const auto der = der_of(key_file(2));
  const auto back = read(view(der));
  ASSERT_TRUE(back) << why.text;
  EXPECT_EQ(back->public_half().id(), key(2)->public_half().id());
}

TEST_F(KeyFile, WithAPassphraseIsEncryptedWithScrypt) {
  const auto file = text_of(write_key_file(*key(0), "correct horse"));
  EXPECT_TRUE(file.starts_with("-----BEGIN ENCRYPTED PRIVATE KEY-----"));
  const auto der = der_of(file);
  const auto scrypt = from_hex("06092b06010401da47040b");  // OBJECT IDENTIFIER 1.3.6.1.4.1.11591.4.11
  EXPECT_FALSE(std::ranges::search(der, scrypt).empty());
  const auto back = read(bytes::of(file), "correct horse");
  ASSERT_TRUE(back) << why.text;
  EXPECT_EQ(back->public_half().id(), key(0)->public_half().id());
  EXPECT_TRUE(read(view(der), "correct horse")) << why.text;
}

TEST_F(KeyFile, SaysWhatIsWrongWithThePassphrase) {
  const auto file = text_of(write_key_file(*key(0), "correct horse"));
  EXPECT_FALSE(read(bytes::of(file), "wrong horse"));
  EXPECT_EQ(why.code, Errc::refused);
  EXPECT_NE(std::string(why.text).find("passphrase"), std::string::npos);
  EXPECT_FALSE(read(bytes::of(file), ""));
  EXPECT_EQ(why.code, Errc::refused);
  EXPECT_NE(std::string(why.text).find("give its passphrase"), std::string::npos);
  EXPECT_FALSE(read(bytes::of(key_file(0)), "needless"));
  EXPECT_EQ(why.code, Errc::refused);
}

TEST_F(KeyFile, CutShortAnywhereIsMalformed) {
  const auto pem = key_file(0);
  for (std::size_t length = 0; length < pem.size() - 2; length += 13) {
    EXPECT_FALSE(read({reinterpret_cast<const std::uint8_t*>(pem.data()), length})) << length;
    EXPECT_EQ(why.code, Errc::malformed);
  }
  const auto der = der_of(pem);
  for (std::size_t length = 0; length < der.size(); length += 7) {
    EXPECT_FALSE(read({der.data(), length})) << length;
    EXPECT_EQ(why.code, Errc::malformed);
  }
}

TEST_F(KeyFile, CutShortIsMalformedWithAPassphraseToo) {
  const auto der = der_of(text_of(write_key_file(*key(0), "correct horse")));
  for (std::size_t length = 0; length < der.size(); length += 11) {
    EXPECT_FALSE(read({der.data(), length}, "correct horse"));
    EXPECT_EQ(why.code, Errc::malformed);
  }
}

TEST_F(KeyFile, EveryFlippedBitOfItsNumbersIsNoticed) {
  const auto der = der_of(key_file(0));
  constexpr std::size_t wrapping = 33;  // up to the numbers: OpenSSL does not read all of it
  for (std::size_t bit = 8 * wrapping; bit < 8 * der.size(); bit += 5) {
    ASSERT_FALSE(read(view(flipped(der, bit)))) << bit;
    ASSERT_EQ(why.code, Errc::malformed);
  }
  for (std::size_t bit = 0; bit < 8 * wrapping; ++bit) {
    const auto back = read(view(flipped(der, bit)));
    EXPECT_TRUE(!back || back->public_half().id() == key(0)->public_half().id()) << bit;
  }
}

TEST_F(KeyFile, OneThatAsksForHoursIsRefused) {
  auto der = der_of(text_of(write_key_file(*key(0), "correct horse")));
  const auto cost = from_hex("02024000020108020108");  // N = 2^14, r = 8, p = 8
  const auto found = std::ranges::search(der, cost);
  ASSERT_FALSE(found.empty());
  found[2] = 0x7f;  // p = 127 would be found[9]
  EXPECT_FALSE(read(view(der), "correct horse"));
  EXPECT_NE(std::string(why.text).find("scrypt"), std::string::npos);
  found[2] = 0x40, found[9] = 0x7f;
  EXPECT_FALSE(read(view(der), "correct horse"));
  EXPECT_NE(std::string(why.text).find("scrypt"), std::string::npos);
}

TEST_F(KeyFile, UnderAnotherCipherIsRefused) {
  const Pkcs8 info(EVP_PKEY2PKCS8(key(0)->handle()));
  auto* algorithm = PKCS5_pbe2_set_scrypt(EVP_des_ede3_cbc(), nullptr, 16, nullptr, 1 << 14, 8, 1);
  const EncryptedPkcs8 sealed(PKCS8_set0_pbe("correct horse", 13, info.get(), algorithm));
  std::uint8_t* der = nullptr;
  const auto length = i2d_X509_SIG(sealed.get(), &der);
  EXPECT_FALSE(read({der, static_cast<std::size_t>(length)}, "correct horse"));
  EXPECT_EQ(why.code, Errc::refused);
  EXPECT_NE(std::string(why.text).find("AES-256-CBC"), std::string::npos);
  OPENSSL_free(der);
}

TEST_F(KeyFile, OfAnotherKindIsRefused) {
  Key other(EVP_PKEY_Q_keygen(nullptr, nullptr, "X25519"));
  const Pkcs8 info(EVP_PKEY2PKCS8(other.get()));
  std::uint8_t* der = nullptr;
  const auto length = i2d_PKCS8_PRIV_KEY_INFO(info.get(), &der);
  EXPECT_FALSE(read({der, static_cast<std::size_t>(length)}));
  EXPECT_EQ(why.code, Errc::malformed);
  OPENSSL_free(der);
  EXPECT_FALSE(read(bytes::of("-----BEGIN RSA PRIVATE KEY-----\nMAA=\n-----END RSA PRIVATE KEY-----\n")));
  EXPECT_EQ(why.code, Errc::malformed);
}

}  // namespace
}  // namespace p2pchat::test
