// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/private_key.hpp"

namespace p2pchat::cipher {

/// The first octet of a signature of one message; suites with further forms use other ones.
inline constexpr std::uint8_t single_form = 1;

/// Whether the suite may sign these at once. Errors: `too_large`, `invalid`.
Status signable(std::span<const bytes> messages);

/// `01 | signature`: of one message, which is signable.
Octets sign_single(const PrivateKey& key, bytes message);

/// Checks that form. Errors: `malformed`, `bad_signature`.
Status check_single(const PublicKey& key, bytes message, bytes signature);

/// Whether a signature may stand under this message at all. Errors: `bad_signature`.
Status acceptable_message(bytes message);

}  // namespace p2pchat::cipher
