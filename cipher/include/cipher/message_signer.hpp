// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/algorithms.hpp"
#include "cipher/private_key.hpp"

#include <p2pchat/fn.hpp>

namespace p2pchat::cipher {

/// Receives signatures, each with the index of its message.
using SignaturesFn = sdk::Fn<void(std::uint32_t index, bytes signature)>;

/// Signs messages, two or more with one signature over the root of a tree; each stands alone. Errors: `too_large` over
/// 512, `invalid` when one begins like what the suite signs by itself; then nothing was signed.
Status sign_messages(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
                     const SignaturesFn& each);

}  // namespace p2pchat::cipher
