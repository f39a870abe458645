// SPDX-License-Identifier: MIT
#include "routing/distance.hpp"

#include <bit>

namespace p2pchat::routing {

Id distance(const Id& a, const Id& b) {
  Id difference;
  for (std::size_t i = 0; i < sizeof difference.b; ++i) difference.b[i] = static_cast<std::uint8_t>(a.b[i] ^ b.b[i]);
  return difference;
}

bool is_nearer(const Id& a, const Id& b, const Id& key) {
  for (std::size_t i = 0; i < sizeof key.b; ++i)
    if (a.b[i] != b.b[i]) return (a.b[i] ^ key.b[i]) < (b.b[i] ^ key.b[i]);
  return false;
}

std::uint32_t shared_prefix(const Id& a, const Id& b) {
  for (std::uint32_t i = 0; i < sizeof a.b; ++i)
    if (const auto difference = static_cast<std::uint8_t>(a.b[i] ^ b.b[i]))
      return 8 * i + static_cast<std::uint32_t>(std::countl_zero(difference));
  return 256;
}

Id id_in_bucket(const Id& me, std::uint32_t bucket, Id random) {
  const auto whole = bucket / 8;
  for (std::uint32_t i = 0; i < whole; ++i) random.b[i] = me.b[i];
  const auto differing = static_cast<std::uint8_t>(0x80 >> bucket % 8);
  const auto kept = static_cast<std::uint8_t>(~(differing | (differing - 1)));
  auto& octet = random.b[whole];
  octet = static_cast<std::uint8_t>((me.b[whole] & kept) | (~me.b[whole] & differing) | (octet & (differing - 1)));
  return random;
}

}  // namespace p2pchat::routing
