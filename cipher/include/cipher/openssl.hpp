// SPDX-License-Identifier: MIT
#pragma once
#include <openssl/bio.h>
#include <openssl/evp.h>
#include <openssl/x509.h>

#include <memory>
#include <stdexcept>

namespace p2pchat::cipher {

template <auto free_function>
struct FreedBy {
  void operator()(auto* p) const { free_function(p); }
};

using Digest = std::unique_ptr<EVP_MD, FreedBy<EVP_MD_free>>;
using DigestContext = std::unique_ptr<EVP_MD_CTX, FreedBy<EVP_MD_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER, FreedBy<EVP_CIPHER_free>>;
using CipherContext = std::unique_ptr<EVP_CIPHER_CTX, FreedBy<EVP_CIPHER_CTX_free>>;
using Mac = std::unique_ptr<EVP_MAC, FreedBy<EVP_MAC_free>>;
using MacContext = std::unique_ptr<EVP_MAC_CTX, FreedBy<EVP_MAC_CTX_free>>;
using Key = std::unique_ptr<EVP_PKEY, FreedBy<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, FreedBy<EVP_PKEY_CTX_free>>;
using Bio = std::unique_ptr<BIO, FreedBy<BIO_free>>;
using Pkcs8 = std::unique_ptr<PKCS8_PRIV_KEY_INFO, FreedBy<PKCS8_PRIV_KEY_INFO_free>>;
using EncryptedPkcs8 = std::unique_ptr<X509_SIG, FreedBy<X509_SIG_free>>;

/// OpenSSL failed where no input can make it fail: out of memory, no randomness, or a bug. Ends at `guarded`.
class OpensslFailure : public std::runtime_error {
 public:
  /// Takes OpenSSL's reason from this thread's queue and empties it.
  explicit OpensslFailure(const char* what);
};

/// Checks a call that no input can make fail.
inline void require(int result, const char* what) {
  if (result <= 0) throw OpensslFailure(what);
}
template <class T>
T* require(T* made, const char* what) {
  if (!made) throw OpensslFailure(what);
  return made;
}

/// Whether a call succeeded that input can make fail; OpenSSL's reasons are dropped, lest the next caller finds them.
bool succeeded(int result);

/// Fills from OpenSSL's generator.
///
/// Keys do not come from `sdk::Host::random`: OpenSSL draws blinding, salts and paddings from its own generator anyway,
/// and a simulation seeds the host's, which would make keys that look real and are not.
void fill_random(std::uint8_t* at, std::size_t length);

}  // namespace p2pchat::cipher
