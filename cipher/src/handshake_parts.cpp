// SPDX-License-Identifier: MIT
#include "cipher/handshake_parts.hpp"

#include "cipher/aead.hpp"
#include "cipher/purposes.hpp"

namespace p2pchat::cipher {
namespace {

// Each of these keys seals one message.
constexpr Nonce once{};

}  // namespace

Fresh Fresh::draw() {
  Fresh fresh{{}, make_x25519()};
  fill_random(fresh.nonce.data(), fresh.nonce.size());
  return fresh;
}

Status handshake_failed(std::string_view reason, Octets& out) {
  out = encode(Alert{});
  return {Errc::bad_signature, reason};
}

void seal_onto(Octets& message, const Algorithms& algorithms, const Secret<32>& key, bytes aad, bytes plain) {
  const auto at = message.size();
  message.resize(at + plain.len + tag_length);
  Aead(algorithms, Aead::Direction::seal, view(key)).seal(once, aad, plain, message.data() + at);
}

std::optional<SecretOctets> open_sealed(const Algorithms& algorithms, const Secret<32>& key, bytes aad, bytes sealed) {
  if (sealed.len < tag_length) return std::nullopt;
  SecretOctets plain(sealed.len - tag_length);
  if (!Aead(algorithms, Aead::Direction::open, view(key)).open(once, aad, sealed, plain.data())) return std::nullopt;
  return plain;
}

Secret<32> hello_tag(const Algorithms& algorithms, const Id& wanted, bytes tagged) {
  return hmac(algorithms, wanted.view(), {tagged});
}

Octets responder_statement(const Id& th1, const Id& responder) {
  Octets out;
  for (const auto part : {bytes::of(purpose::handshake), bytes::of(purpose::responder), th1.view(), responder.view()})
    put(out, part);
  return out;
}

Octets initiator_statement(const Id& th3, const Id& initiator, const Id& responder) {
  Octets out;
  for (const auto part :
       {bytes::of(purpose::handshake), bytes::of(purpose::initiator), th3.view(), initiator.view(), responder.view()})
    put(out, part);
  return out;
}

Octets proof_aad(bytes header, const Id& th2) {
  Octets out;
  put(out, header);
  put(out, th2.view());
  return out;
}

}  // namespace p2pchat::cipher
