// SPDX-License-Identifier: MIT
#include "cipher/key_file.hpp"

#include "cipher/scrypt_bound.hpp"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>

namespace p2pchat::cipher {
namespace {

constexpr std::uint64_t largest_file = 16ull * 1024;
// The costliest that OpenSSL 3.0 allows within its 32 MiB for a file; p makes up for the N it refuses.
constexpr std::uint64_t scrypt_n = 1 << 14, scrypt_r = 8, scrypt_p = 8;
constexpr int scrypt_salt_length = 16;

/// A file without its armour.
struct Der {
  SecretOctets octets;
  bool encrypted = false;
};

struct Pem {
  char *name = nullptr, *header = nullptr;
  std::uint8_t* data = nullptr;
  long length = 0;
  ~Pem() {
    OPENSSL_free(name);
    OPENSSL_free(header);
    OPENSSL_clear_free(data, static_cast<std::size_t>(length));
  }
};

std::optional<Der> unarmoured(bytes file) {
  const Bio source(require(BIO_new_mem_buf(file.ptr, static_cast<int>(file.len)), "reading a key file"));
  Pem pem;
  if (!succeeded(PEM_read_bio(source.get(), &pem.name, &pem.header, &pem.data, &pem.length))) return std::nullopt;
  const std::string_view name = pem.name;
  if ((name != "PRIVATE KEY" && name != "ENCRYPTED PRIVATE KEY") || *pem.header != 0) return std::nullopt;
  return Der{{pem.data, pem.data + pem.length}, name != "PRIVATE KEY"};
}

/// Reads DER to its last octet; null when it is not that.
template <class T, auto free_function>
std::unique_ptr<T, FreedBy<free_function>> parsed(T* (*parse)(T**, const unsigned char**, long),
                                                  const SecretOctets& der) {
  const auto* at = der.data();
  std::unique_ptr<T, FreedBy<free_function>> made(parse(nullptr, &at, static_cast<long>(der.size())));
  if (made && at == der.data() + der.size()) return made;
  ERR_clear_error();
  return nullptr;
}
constexpr auto parsed_plain = parsed<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
constexpr auto parsed_encrypted = parsed<X509_SIG, X509_SIG_free>;

SharedPrivateKey adopt(const Scheme& scheme, const Pkcs8& info, Status& why) {
  Key key(EVP_PKCS82PKEY(info.get()));
  ERR_clear_error();
  if (key) return scheme.adopt(std::move(key), why);
  why = {Errc::malformed, "the key file holds no key that can be read"};
  return nullptr;
}

Pkcs8 decrypted(const X509_SIG& sealed, std::string_view passphrase, Status& why) {
  if (!scrypt_within_bounds(sealed)) {
    why = {Errc::refused,
           "the key file is not encrypted with AES-256-CBC and scrypt, at most N=2^14, r=8, p=16: encrypt it anew"};
    return nullptr;
  }
  Pkcs8 info(PKCS8_decrypt(&sealed, passphrase.data(), static_cast<int>(passphrase.size())));
  ERR_clear_error();
  if (!info) why = {Errc::refused, "the passphrase does not open the key file: it is wrong, or the file is damaged"};
  return info;
}

}  // namespace

SharedPrivateKey read_key_file(const Scheme& scheme, bytes file, std::string_view passphrase, Status& why) {
  why = {Errc::malformed, "the key file is damaged or is not PKCS#8"};
  if (file.len == 0 || file.len > largest_file) return nullptr;
  const bool armoured = file.text().starts_with("-----BEGIN");
  auto der = armoured ? unarmoured(file) : Der{{file.ptr, file.ptr + file.len}};
  if (!der) return nullptr;
  const auto sealed = armoured && !der->encrypted ? nullptr : parsed_encrypted(d2i_X509_SIG, der->octets);
  auto info = sealed || der->encrypted ? nullptr : parsed_plain(d2i_PKCS8_PRIV_KEY_INFO, der->octets);
  if (!sealed && !info) return nullptr;
  if (sealed && passphrase.empty()) {
    why = {Errc::refused, "the key file is encrypted: give its passphrase"};
    return nullptr;
  }
  if (info && !passphrase.empty()) {
    why = {Errc::refused, "the key file is not encrypted although a passphrase is set: encrypt it or unset that"};
    return nullptr;
  }
  if (sealed) info = decrypted(*sealed, passphrase, why);
  if (!info) return nullptr;
  why = {};
  return adopt(scheme, info, why);
}

SecretOctets write_key_file(const PrivateKey& key, std::string_view passphrase) {
  const Pkcs8 info(require(EVP_PKEY2PKCS8(key.handle()), "encoding a key"));
  const Bio file(require(BIO_new(BIO_s_secmem()), "writing a key file"));
  if (passphrase.empty()) {
    require(PEM_write_bio_PKCS8_PRIV_KEY_INFO(file.get(), info.get()), "writing a key file");
  } else {
    auto* algorithm = require(
        PKCS5_pbe2_set_scrypt(EVP_aes_256_cbc(), nullptr, scrypt_salt_length, nullptr, scrypt_n, scrypt_r, scrypt_p),
        "choosing scrypt");
    const EncryptedPkcs8 sealed(
        PKCS8_set0_pbe(passphrase.data(), static_cast<int>(passphrase.size()), info.get(), algorithm));
    if (!sealed) X509_ALGOR_free(algorithm);
    require(sealed.get(), "encrypting a key");
    require(PEM_write_bio_PKCS8(file.get(), sealed.get()), "writing a key file");
  }
  char* text = nullptr;
  const auto length = BIO_get_mem_data(file.get(), &text);
  return {text, text + length};
}

}  // namespace p2pchat::cipher
