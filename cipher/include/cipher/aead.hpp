// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/octets.hpp"

#include <array>

namespace p2pchat::cipher {

inline constexpr std::size_t tag_length = 16;
using Nonce = std::array<std::uint8_t, 12>;

/// The suite's cipher (RFC 5116) under one key in one direction, its key schedule kept. Never the same nonce twice: the
/// caller sees to it. Thread: one at a time.
class Aead {
 public:
  enum class Direction { seal, open };
  /// `key` is 32 octets.
  Aead(const Algorithms& algorithms, Direction direction, bytes key);
  /// Writes `plain.len + tag_length` octets to `out`.
  void seal(const Nonce& nonce, bytes aad, bytes plain, std::uint8_t* out);
  /// Writes `sealed.len - tag_length` octets to `out`; false, and zeros there, when the tag does not hold. `sealed` is
  /// at least `tag_length` octets.
  bool open(const Nonce& nonce, bytes aad, bytes sealed, std::uint8_t* out);

 private:
  void feed(const Nonce& nonce, bytes aad, bytes text, std::uint8_t* out);
  CipherContext context_;
};

}  // namespace p2pchat::cipher
