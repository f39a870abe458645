// SPDX-License-Identifier: MIT
#include "stamp.hpp"

#include <array>
#include <bit>

namespace p2pchat::bottle {
namespace {

/// A digest with a stamp behind it.
using Stamped = std::array<std::uint8_t, 40>;

Stamped stamped(const Id& digest) {
  Stamped octets{};
  std::memcpy(octets.data(), digest.b, sizeof digest.b);
  return octets;
}

void put(Stamped& octets, std::uint64_t stamp) {
  for (std::size_t i = 0; i < 8; ++i) octets[39 - i] = static_cast<std::uint8_t>(stamp >> i * 8);
}

std::uint32_t leading_zeros(const Id& id) {
  std::uint32_t count = 0;
  for (const auto octet : id.b) {
    count += static_cast<std::uint32_t>(std::countl_zero(octet));
    if (octet != 0) break;
  }
  return count;
}

}  // namespace

Id stamp_digest(sdk::Crypto& crypto, sdk::bytes signed_bytes, sdk::bytes sign) {
  Octets octets(signed_bytes.ptr, signed_bytes.ptr + signed_bytes.len);
  octets.insert(octets.end(), sign.ptr, sign.ptr + sign.len);
  return hash(crypto, octets);
}

bool stamp_holds(sdk::Crypto& crypto, const Id& digest, std::uint64_t stamp, std::uint32_t bits) {
  auto octets = stamped(digest);
  put(octets, stamp);
  return leading_zeros(hash(crypto, {octets.data(), octets.size()})) >= bits;
}

std::optional<std::uint64_t> find_stamp(sdk::Crypto& crypto, const Id& digest, std::uint32_t bits, std::uint64_t first,
                                        std::uint64_t tries) {
  for (std::uint64_t i = 0; i < tries; ++i)
    if (stamp_holds(crypto, digest, first + i, bits)) return first + i;
  return std::nullopt;
}

}  // namespace p2pchat::bottle
