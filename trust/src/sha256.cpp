// SPDX-License-Identifier: MIT
#include "trust/sha256.hpp"

#include "wire/hex.hpp"

#include <sodium.h>

namespace p2pchat::trust {

std::string sha256(std::span<const std::uint8_t> octets) {
  std::uint8_t digest[crypto_hash_sha256_BYTES];
  crypto_hash_sha256(digest, octets.data(), octets.size());
  return wire::to_hex({digest, sizeof digest});
}

}  // namespace p2pchat::trust
