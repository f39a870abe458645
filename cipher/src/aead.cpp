// SPDX-License-Identifier: MIT
#include "cipher/aead.hpp"

#include <openssl/crypto.h>

namespace p2pchat::cipher {

Aead::Aead(const Algorithms& algorithms, Direction direction, bytes key)
    : context_(require(EVP_CIPHER_CTX_new(), "making a cipher context")) {
  if (key.len != 32) throw std::invalid_argument("a key of the cipher has 32 octets");
  const int encrypt = direction == Direction::seal ? 1 : 0;
  require(EVP_CipherInit_ex2(context_.get(), algorithms.aead.get(), key.ptr, nullptr, encrypt, nullptr),
          "keying the cipher");
}

void Aead::feed(const Nonce& nonce, bytes aad, bytes text, std::uint8_t* out) {
  int written = 0;
  require(EVP_CipherInit_ex2(context_.get(), nullptr, nullptr, nonce.data(), -1, nullptr), "setting a nonce");
  if (aad.len != 0)
    require(EVP_CipherUpdate(context_.get(), nullptr, &written, aad.ptr, static_cast<int>(aad.len)), "binding data");
  if (text.len != 0)
    require(EVP_CipherUpdate(context_.get(), out, &written, text.ptr, static_cast<int>(text.len)),
            "running the cipher");
}

void Aead::seal(const Nonce& nonce, bytes aad, bytes plain, std::uint8_t* out) {
  feed(nonce, aad, plain, out);
  auto* tag = out + plain.len;
  int written = 0;
  require(EVP_CipherFinal_ex(context_.get(), tag, &written), "ending a text");
  require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_GET_TAG, tag_length, tag), "taking the tag");
}

bool Aead::open(const Nonce& nonce, bytes aad, bytes sealed, std::uint8_t* out) {
  const auto text = slice(sealed, 0, sealed.len - tag_length);
  feed(nonce, aad, text, out);
  auto tag = slice(sealed, text.len, tag_length);
  require(EVP_CIPHER_CTX_ctrl(context_.get(), EVP_CTRL_AEAD_SET_TAG, tag_length, const_cast<std::uint8_t*>(tag.ptr)),
          "setting the tag");
  std::uint8_t nothing[16];
  int written = 0;
  if (succeeded(EVP_CipherFinal_ex(context_.get(), nothing, &written))) return true;
  if (text.len != 0) OPENSSL_cleanse(out, text.len);
  return false;
}

}  // namespace p2pchat::cipher
