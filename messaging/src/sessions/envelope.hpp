// SPDX-License-Identifier: MIT
#pragma once
#include "wire/json.hpp"

#include <p2pchat/crypto.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace p2pchat::messaging {

/// A signed message, decoded; see docs/protocol/envelope.md.
struct Envelope {
  std::uint64_t time_ms = 0;  ///< the sender's clock: shown, never trusted for order
  sdk::Id sender, receiver;
  std::string type;                ///< protocol name, 1 to 40 bytes of `a-z0-9.-_`
  std::uint64_t seq = 0;           ///< counts per sender and receiver, from 1
  std::vector<std::uint8_t> sign;  ///< a signature of `SecretKey::sign` or `sign_all` over `signed_bytes`
  std::string body;                ///< UTF-8, at most 64 KiB
};

/// The largest body, in bytes.
inline constexpr std::size_t max_body = 64 * 1024;

/// Whether a text may be a message type: 1 to 40 bytes of `a-z0-9.-_`.
bool is_message_type(std::string_view type);

/// What is signed and, hashed, names the message: typed bytes of the decoded values, never the JSON text.
std::vector<std::uint8_t> signed_bytes(std::string_view suite, const Envelope& envelope);

/// The line that travels: standard base64 of the JSON text, without the newline. The caller keeps the limits.
std::string encode_envelope(const Envelope& envelope);

/// Reads a line strictly. Errors: `malformed`, `too_large`; `envelope` is then unspecified.
sdk::Status decode_envelope(wire::JsonParser& parser, std::string_view line, Envelope& envelope);

}  // namespace p2pchat::messaging
