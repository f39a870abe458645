// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/alert.hpp"
#include "cipher/scheme.hpp"

namespace p2pchat::cipher {

/// Every handshake message begins with `u8 type | u8 version | u16 length of the rest`. Type 0 is kept for the cookie
/// of datagram transports.
enum class MessageType : std::uint8_t { hello = 1, reply = 2, proof = 3, ready = 4, alert = 5 };
inline constexpr std::size_t header_length = 4;

/// A header; the caller appends `body_length` octets.
Octets begin_message(MessageType type, std::size_t body_length);
/// What follows the header; nothing unless type, version and length are right.
std::optional<bytes> body_of(MessageType type, bytes message);

/// M1: `0 flags | u8 n | n u16 suites | 32 nonce | 32 share | 32 tag | 0 cookie`. Over streams the cookie is empty.
struct Hello {
  SuiteNumbers suites;
  bytes nonce, share, tag;
  bytes tagged;  ///< all before the tag, header included
};
/// M1 up to the tag.
Octets hello_before_tag(const SuiteNumbers& suites, bytes nonce, bytes share);
std::optional<Hello> parse_hello(bytes message);

/// M2: `u16 suite | 32 nonce | 32 share | sealed {key, signature, 32 finish}`.
struct Reply {
  std::uint16_t suite = 0;
  bytes nonce, share, sealed;
  bytes open;  ///< all before the sealed part, header included
};
Octets reply_before_sealed(std::uint16_t suite, bytes nonce, bytes share, std::size_t sealed_length);
std::optional<Reply> parse_reply(bytes message);

/// What M2 and M3 seal: M3 has a carried secret in front.
struct Proof {
  bytes carried;  ///< to the responder's key; empty in M2
  bytes key;      ///< compact
  bytes signature, finish;
};
/// `carried_length` is 0 in M2 and the responder's key's in M3. The key may still be none that is acceptable.
std::optional<Proof> parse_proof(const Scheme& scheme, bytes plain, std::size_t carried_length);
Octets encode(const Proof& proof);

}  // namespace p2pchat::cipher
