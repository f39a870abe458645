// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/octets.hpp"

namespace p2pchat::cipher {

/// The head of everything this suite signs by itself, so that no signature serves a second purpose.
namespace purpose {
using namespace std::string_view_literals;
inline constexpr auto batch = "p2pchat/batch/1\0"sv;
inline constexpr auto delegation = "p2pchat/delegation/1\0"sv;
/// 64 spaces, as TLS 1.3 does (RFC 8446, 4.4.3), then who speaks.
inline constexpr auto handshake = "                                                                "sv;
inline constexpr auto responder = "p2pchat/hs/1 responder\0"sv;
inline constexpr auto initiator = "p2pchat/hs/1 initiator\0"sv;
static_assert(handshake.size() == 64);
}  // namespace purpose

/// Whether a message begins like one of ours. `SecretKey::sign` refuses such: who may ask for signatures cannot forge a
/// handshake, a batch or a delegation with them.
inline bool reserved(bytes message) {
  const auto text = message.text();
  for (const auto head : {purpose::batch, purpose::delegation, purpose::handshake})
    if (text.starts_with(head)) return true;
  return false;
}

}  // namespace p2pchat::cipher
