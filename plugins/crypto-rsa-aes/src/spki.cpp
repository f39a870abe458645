// SPDX-License-Identifier: MIT
#include "spki.hpp"

#include <algorithm>

namespace p2pchat::cipher::rsa_aes {
namespace {

// AlgorithmIdentifier { rsaEncryption, NULL }
constexpr std::uint8_t algorithm[] = {0x30, 0x0d, 0x06, 0x09, 0x2a, 0x86, 0x48, 0x86,
                                      0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0x00};
// INTEGER 65537
constexpr std::uint8_t exponent[] = {0x02, 0x03, 0x01, 0x00, 0x01};
constexpr std::uint64_t header = 4;  // every length here is over 255 and under 65,536
constexpr std::uint64_t modulus_at = header + sizeof algorithm + header + 1 + header + header + 1;
constexpr std::uint64_t spki_overhead = modulus_at + sizeof exponent;

void put_header(Octets& to, std::uint8_t type, std::uint64_t length) {
  to.push_back(type);
  to.push_back(0x82);
  put(to, static_cast<std::uint16_t>(length));
}

}  // namespace

bool acceptable_modulus(bytes modulus) {
  return acceptable_size(modulus.len) && (modulus.ptr[0] & 0x80) != 0 && (modulus.ptr[modulus.len - 1] & 1) != 0;
}

Octets spki_of(bytes modulus) {
  const auto integer = modulus.len + 1;  // a zero octet keeps the number positive
  const auto key = header + integer + sizeof exponent;
  const auto bits = 1 + header + key;
  Octets spki;
  spki.reserve(modulus.len + 64);
  put_header(spki, 0x30, sizeof algorithm + header + bits);
  put(spki, bytes(algorithm, sizeof algorithm));
  put_header(spki, 0x03, bits);
  spki.push_back(0);
  put_header(spki, 0x30, key);
  put_header(spki, 0x02, integer);
  spki.push_back(0);
  put(spki, modulus);
  put(spki, bytes(exponent, sizeof exponent));
  return spki;
}

std::optional<bytes> modulus_of(bytes spki) {
  if (spki.len < spki_overhead || !acceptable_size(spki.len - spki_overhead)) return std::nullopt;
  const auto modulus = slice(spki, modulus_at, spki.len - spki_overhead);
  if (!acceptable_modulus(modulus)) return std::nullopt;
  const auto only = spki_of(modulus);
  if (!std::equal(only.begin(), only.end(), spki.ptr)) return std::nullopt;
  return modulus;
}

}  // namespace p2pchat::cipher::rsa_aes
