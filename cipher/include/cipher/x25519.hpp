// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/secret.hpp"

namespace p2pchat::cipher {

using Share = std::array<std::uint8_t, 32>;

/// A Diffie-Hellman pair of RFC 7748.
struct X25519Pair {
  Secret<32> secret;
  Share share;
};

/// A new pair.
X25519Pair make_x25519();

/// The pair of a known secret.
X25519Pair x25519_pair(const Secret<32>& secret);

/// What both sides reach; nothing when `share` is one of the points that make every result zero (RFC 7748, 6.1).
std::optional<Secret<32>> x25519(const Secret<32>& secret, bytes share);

}  // namespace p2pchat::cipher
