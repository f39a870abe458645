// SPDX-License-Identifier: MIT
#include "handshake_messages.hpp"

#include "spki.hpp"

namespace p2pchat::rsa_aes {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::uint8_t no_flags = 0, no_cookie = 0;
constexpr std::size_t finish_length = 32;

}  // namespace

Octets begin_message(MessageType type, std::size_t body_length) {
  Octets out;
  out.reserve(header_length + body_length);
  out.push_back(static_cast<std::uint8_t>(type));
  out.push_back(version);
  put(out, static_cast<std::uint16_t>(body_length));
  return out;
}

std::optional<bytes> body_of(MessageType type, bytes message) {
  Reader reader(message);
  const auto its_type = reader.number<std::uint8_t>();
  const auto its_version = reader.number<std::uint8_t>();
  const auto body = reader.take(reader.number<std::uint16_t>());
  if (!reader.whole() || its_type != static_cast<std::uint8_t>(type) || its_version != version) return std::nullopt;
  return body;
}

Octets hello_before_tag(const std::vector<std::uint16_t>& suites, bytes nonce, bytes share) {
  auto out = begin_message(MessageType::hello, 2 + 2 * suites.size() + 32 + 32 + 32 + 1);
  out.push_back(no_flags);
  out.push_back(static_cast<std::uint8_t>(suites.size()));
  for (const auto suite : suites) put(out, suite);
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
  const auto count = reader.number<std::uint8_t>();
  if (flags != no_flags || count == 0 || count > most_suites) return std::nullopt;
  for (int i = 0; i < count; ++i) found.suites.push_back(reader.number<std::uint16_t>());
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

std::optional<Proof> parse_proof(bytes plain, std::size_t share_length) {
  if (plain.len < share_length + finish_length) return std::nullopt;
  const auto key_length = (plain.len - share_length - finish_length) / 2;
  Proof found;
  Reader reader(plain);
  found.share = reader.take(share_length);
  found.modulus = reader.take(key_length);
  found.signature = reader.take(key_length);
  found.finish = reader.take(finish_length);
  if (!reader.whole() || !acceptable_modulus(found.modulus)) return std::nullopt;
  return found;
}

Octets encode(const Proof& proof) {
  Octets out;
  for (const auto& part : {proof.share, proof.modulus, proof.signature, proof.finish}) put(out, part);
  return out;
}

Octets alert(AlertCode code) {
  auto out = begin_message(MessageType::alert, 1);
  out.push_back(static_cast<std::uint8_t>(code));
  return out;
}

std::optional<AlertCode> parse_alert(bytes message) {
  const auto body = body_of(MessageType::alert, message);
  if (!body || body->len != 1) return std::nullopt;
  return static_cast<AlertCode>(body->ptr[0]);
}

}  // namespace p2pchat::rsa_aes
