// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/merkle.hpp"

#include <variant>

namespace p2pchat::cipher {

/// The most messages that may share a signature.
inline constexpr std::uint16_t largest_batch = 512;
inline constexpr std::size_t salt_length = 16;

/// `01 | signature by the key`: of one message.
struct SingleSignature {
  bytes by_key;
};

/// `02 | u16 count | u16 index | 16 salt | u16 length | signature by the key | path`: of one leaf of a batch.
struct BatchSignature {
  std::uint16_t count = 0;
  std::uint16_t index = 0;
  bytes salt;
  bytes by_key;
  bytes path;
};

using MessageSignature = std::variant<SingleSignature, BatchSignature>;

/// Takes a signature apart; nothing unless every octet has its place.
std::optional<MessageSignature> parse_signature(bytes signature);

Octets encode(const SingleSignature& signature);
Octets encode(const BatchSignature& signature);

/// What the key's signature of a batch is of.
Octets batch_message(std::uint16_t count, const Id& root);

}  // namespace p2pchat::cipher
