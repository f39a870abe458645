// SPDX-License-Identifier: MIT
#include "trust/sha256.hpp"

#include "wire/hex.hpp"

#include <openssl/evp.h>

#include <new>

namespace p2pchat::trust {

std::string sha256(std::span<const std::uint8_t> octets) {
  std::uint8_t digest[32];
  unsigned length = 0;
  if (EVP_Digest(octets.data(), octets.size(), digest, &length, EVP_sha256(), nullptr) != 1) throw std::bad_alloc();
  return wire::to_hex({digest, sizeof digest});
}

}  // namespace p2pchat::trust
