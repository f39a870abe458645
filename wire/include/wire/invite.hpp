// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <functional>

namespace wire {

/// SHA-256, which is not made here: what `Crypto::digest` does. False when it fails.
using Digest = std::function<bool(p2pchat::sdk::bytes octets, p2pchat::sdk::Id& digest)>;

/// The line to give to others: `p2pchat:` with my id in hex, a dash and four check digits that catch typing errors.
std::string invite_text(const Digest& digest, const p2pchat::sdk::Id& id);

/// Reads an invite line or a bare id, spaces around it ignored. Errors: `malformed` with a sentence for the person.
p2pchat::sdk::Status read_invite(const Digest& digest, std::string_view text, p2pchat::sdk::Id& id);

}  // namespace wire
