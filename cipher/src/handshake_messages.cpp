// SPDX-License-Identifier: MIT
#include "cipher/handshake_messages.hpp"

namespace p2pchat::cipher {
namespace {

constexpr std::uint8_t handshake_version = 1;
constexpr std::uint8_t no_flags = 0, no_cookie = 0;
constexpr std::size_t finish_length = 32;

}  // namespace

Octets begin_message(MessageType type, std::size_t body_length) {
  Octets out;
  out.reserve(header_length + body_length);
  out.push_back(static_cast<std::uint8_t>(type));
  out.push_back(handshake_version);
  put(out, static_cast<std::uint16_t>(body_length));
  return out;
}

std::optional<bytes> body_of(MessageType type, bytes message) {
  Reader reader(message);
  const auto its_type = reader.number<std::uint8_t>();
  const auto its_version = reader.number<std::uint8_t>();
  const auto body = reader.take(reader.number<std::uint16_t>());
  if (!reader.whole() || its_type != static_cast<std::uint8_t>(type) || its_version != handshake_version)
    return std::nullopt;
  return body;
}

Octets hello_before_tag(const SuiteNumbers& suites, bytes nonce, bytes share) {
  auto out = begin_message(MessageType::hello, 2 + 2 * suites.size() + 32 + 32 + 32 + 1);
  out.push_back(no_flags);
  put_suites(out, suites);
  put(out, nonce);
  put(out, share);
  return out;
}

std::optional<Hello> parse_hello(bytes message) {
  const auto body = body_of(MessageType::hello, message);
  if (!body) return std::nullopt;
  Hello found;
  Reader reader(*body);
  const auto flags = reader.number<std::uint8_t>();
  found.suites = take_suites(reader);
  if (flags != no_flags || found.suites.empty()) return std::nullopt;
  found.nonce = reader.take(32);
  found.share = reader.take(32);
  found.tag = reader.take(32);
  const auto cookie = reader.number<std::uint8_t>();
  if (!reader.whole() || cookie != no_cookie) return std::nullopt;
  found.tagged = slice(message, 0, message.len - 32 - 1);
  return found;
}

Octets reply_before_sealed(std::uint16_t suite, bytes nonce, bytes share, std::size_t sealed_length) {
  auto out = begin_message(MessageType::reply, 2 + 32 + 32 + sealed_length);
  put(out, suite);
  put(out, nonce);
  put(out, share);
  return out;
}

std::optional<Reply> parse_reply(bytes message) {
  const auto body = body_of(MessageType::reply, message);
  if (!body) return std::nullopt;
  Reply found;
  Reader reader(*body);
  found.suite = reader.number<std::uint16_t>();
  found.nonce = reader.take(32);
  found.share = reader.take(32);
  found.sealed = reader.rest();
  if (!reader.whole()) return std::nullopt;
  found.open = slice(message, 0, message.len - found.sealed.len);
  return found;
}

std::optional<Proof> parse_proof(const Scheme& scheme, bytes plain, std::size_t carried_length) {
  if (plain.len < carried_length + finish_length) return std::nullopt;
  const auto both = plain.len - carried_length - finish_length;
  const auto key_length = scheme.compact_length(both);
  if (!key_length) return std::nullopt;
  Proof found;
  Reader reader(plain);
  found.carried = reader.take(carried_length);
  found.key = reader.take(*key_length);
  found.signature = reader.take(both - *key_length);
  found.finish = reader.take(finish_length);
  return found;
}

Octets encode(const Proof& proof) {
  Octets out;
  for (const auto& part : {proof.carried, proof.key, proof.signature, proof.finish}) put(out, part);
  return out;
}

}  // namespace p2pchat::cipher
