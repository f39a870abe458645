// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>

#include <string>
#include <string_view>

namespace p2pchat::messaging {

/// The line to give to others: `p2pchat:` with my id in hex, a dash and four check digits that catch typing errors.
std::string invite_text(sdk::Crypto& crypto, const sdk::Id& id);

/// Reads an invite line or a bare id, spaces around it ignored. Errors: `malformed` with a sentence for the person.
sdk::Status read_invite(sdk::Crypto& crypto, std::string_view text, sdk::Id& id);

}  // namespace p2pchat::messaging
