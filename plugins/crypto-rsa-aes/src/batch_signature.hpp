// SPDX-License-Identifier: MIT
#pragma once
#include "merkle.hpp"

namespace p2pchat::cipher::rsa_aes {

inline constexpr std::size_t salt_length = 16;

/// The first octet of a signature of one leaf of a batch.
inline constexpr std::uint8_t batch_form = 2;

/// `02 | u16 count | u16 index | 16 salt | u16 length | RSA signature | path`: of one leaf of a batch.
struct BatchSignature {
  std::uint16_t count = 0;
  std::uint16_t index = 0;
  bytes salt;
  bytes rsa;
  bytes path;
};

/// Takes one apart; nothing unless every octet has its place.
std::optional<BatchSignature> parse_batch_signature(bytes signature);

Octets encode(const BatchSignature& signature);

/// What the RSA signature of a batch is of.
Octets batch_message(std::uint16_t count, const Id& root);

}  // namespace p2pchat::cipher::rsa_aes
