// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/crypto.hpp>
#include <p2pchat/host.hpp>

#include <vector>

namespace p2pchat::test {

/// The largest plain text of one record, as the real suite has it.
inline constexpr std::size_t plain_record_limit = 256 * 1024;

/// A conversation of `PlainCrypto` with the shape of the real one: three handshake messages, a confirmation, records
/// that count. Owned by itself, as `sdk::Session` says; `host` outlives it.
sdk::Session* plain_session(sdk::Host& host, sdk::Role role, const sdk::Id& wanted,
                            std::vector<std::uint8_t> public_key);

/// Id of a public key of `PlainCrypto`, or an error when it is not one.
sdk::Status identify_plain(sdk::bytes public_key, sdk::Id& id);

}  // namespace p2pchat::test
