// SPDX-License-Identifier: MIT
#pragma once
#include "private_key.hpp"

#include <p2pchat/fn.hpp>

namespace p2pchat::rsa_aes {

/// Signs one message. Errors: `invalid` when it begins like something the suite signs by itself.
Status sign_message(const PrivateKey& key, bytes message, sdk::Out& signature);

/// Signs many with one RSA signature over the root of a tree; each signature stands alone. Errors: `too_large` over
/// 512, `invalid` as above; then nothing was signed.
Status sign_batch(const Algorithms& algorithms, const PrivateKey& key, std::span<const bytes> messages,
                  const sdk::Fn<void(std::uint32_t index, bytes signature)>& each);

}  // namespace p2pchat::rsa_aes
