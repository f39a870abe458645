// SPDX-License-Identifier: MIT
#include "cipher/work.hpp"

#include <array>
#include <bit>

namespace p2pchat::cipher {
namespace {

std::array<std::uint8_t, 8> big_endian(std::uint64_t value) {
  std::array<std::uint8_t, 8> out{};
  for (auto& octet : out) octet = static_cast<std::uint8_t>(value >> 56), value <<= 8;
  return out;
}

}  // namespace

bool work_holds(Sha256& hash, const Id& seed, std::uint64_t nonce, unsigned bits) {
  const auto proof = hash.of({seed.view(), view(big_endian(nonce))});
  return bits == 0 || Reader(proof.view()).number<std::uint64_t>() >> (64 - bits) == 0;
}

std::uint64_t find_work(Sha256& hash, const Id& seed, unsigned bits) {
  std::uint64_t nonce = 0;
  while (!work_holds(hash, seed, nonce, bits)) ++nonce;
  return nonce;
}

}  // namespace p2pchat::cipher
