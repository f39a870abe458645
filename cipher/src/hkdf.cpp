// SPDX-License-Identifier: MIT
#include "cipher/hkdf.hpp"

#include <algorithm>

namespace p2pchat::cipher {
namespace {

constexpr std::size_t block = 32;

// An empty key would mean "the one of before" to OpenSSL; HMAC pads with zeros, so one zero octet is the same key.
constexpr std::uint8_t zero = 0;

class Hmac {
 public:
  Hmac(const Algorithms& algorithms, bytes key)
      : context_(require(EVP_MAC_CTX_dup(algorithms.hmac_sha256.get()), "making an HMAC")) {
    const auto used = key.len != 0 ? key : bytes(&zero, 1);
    require(EVP_MAC_init(context_.get(), used.ptr, used.len, nullptr), "keying an HMAC");
  }
  void add(bytes part) { require(EVP_MAC_update(context_.get(), part.ptr, part.len), "computing an HMAC"); }
  Secret<32> result() {
    Secret<32> tag;
    std::size_t length = 0;
    require(EVP_MAC_final(context_.get(), tag.data(), &length, tag.size()), "ending an HMAC");
    return tag;
  }

 private:
  MacContext context_;
};

}  // namespace

Secret<32> hmac(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> parts) {
  Hmac mac(algorithms, key);
  for (const auto& part : parts) mac.add(part);
  return mac.result();
}

Secret<32> hkdf_extract(const Algorithms& algorithms, bytes salt, bytes input) {
  return hmac(algorithms, salt, {input});
}

SecretOctets hkdf_expand(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> info,
                         std::size_t length) {
  if (length > 255 * block) throw std::invalid_argument("HKDF was asked for too much");
  SecretOctets out;
  out.reserve(length + block);
  Secret<32> last;
  for (std::uint8_t counter = 1; out.size() < length; ++counter) {
    Hmac mac(algorithms, key);
    if (counter > 1) mac.add(view(last));
    for (const auto& part : info) mac.add(part);
    mac.add({&counter, 1});
    last = mac.result();
    out.insert(out.end(), last.data(), last.data() + std::min(block, length - out.size()));
  }
  return out;
}

Secret<32> hkdf_key(const Algorithms& algorithms, bytes key, std::initializer_list<bytes> info) {
  const auto expanded = hkdf_expand(algorithms, key, info, 32);
  Secret<32> out;
  std::copy(expanded.begin(), expanded.end(), out.data());
  return out;
}

}  // namespace p2pchat::cipher
