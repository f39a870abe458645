// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/hash.hpp"
#include "note.hpp"

namespace p2pchat::bottle {

/// Gas that can be lowered and never raised: the token at gas g is a secret hashed 5 - g times, and the anchor, hashed
/// 5 times, is signed. A holder can only hash forward (Hu, Perrig and Johnson 2002, SEAD: hop counts by hash chains).
///
/// The token at a gas of 0 to 5.
Id gas_token(sdk::Crypto& crypto, const Id& secret, std::uint32_t gas);
/// What is signed: the end of the chain, which is the token at gas 0.
Id gas_anchor(sdk::Crypto& crypto, const Id& secret);
/// The token for one gas less.
Id next_token(sdk::Crypto& crypto, const Id& token);
/// Whether a token allows so much gas: of a bottle, and of `found` and `reply`, which prove that somebody held it.
/// False over 5.
bool gas_holds(sdk::Crypto& crypto, std::uint32_t gas, const Id& token, const Id& anchor);

}  // namespace p2pchat::bottle
