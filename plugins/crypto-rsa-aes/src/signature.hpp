// SPDX-License-Identifier: MIT
#pragma once
#include "merkle.hpp"

#include <variant>

namespace p2pchat::rsa_aes {

/// The most messages that may share a signature.
inline constexpr std::uint16_t largest_batch = 512;
inline constexpr std::size_t salt_length = 16;

/// `01 | RSA signature`: of one message.
struct SingleSignature {
  bytes rsa;
};

/// `02 | u16 count | u16 index | 16 salt | u16 length | RSA signature | path`: of one leaf of a batch.
struct BatchSignature {
  std::uint16_t count = 0;
  std::uint16_t index = 0;
  bytes salt;
  bytes rsa;
  bytes path;
};

using Signature = std::variant<SingleSignature, BatchSignature>;

/// Takes a signature apart; nothing unless every octet has its place.
std::optional<Signature> parse_signature(bytes signature);

Octets encode(const SingleSignature& signature);
Octets encode(const BatchSignature& signature);

/// What the RSA signature of a batch is of.
Octets batch_message(std::uint16_t count, const Id& root);

}  // namespace p2pchat::rsa_aes
