// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/record_cipher.hpp"
#include "cipher/scheme.hpp"
#include "cipher/suite_numbers.hpp"
#include "cipher/x25519.hpp"

#include <utility>

namespace p2pchat::cipher {

/// Who takes part in a handshake, and which suites it would take, best first.
struct Party {
  SharedScheme scheme;
  SharedPrivateKey key;
  SuiteNumbers suites = {scheme->number()};
  const Id& id() const { return key->public_half().id(); }
};

/// What each side draws anew for each handshake. An argument, so that tests can hold a session's ephemeral secret.
struct Fresh {
  std::array<std::uint8_t, 32> nonce;
  X25519Pair pair;
  static Fresh draw();
};

/// Both directions of an established session.
struct Records {
  RecordSealer sealer;
  RecordOpener opener;
};

/// One end of handshake HS1, `docs/protocol/handshake.md`: a state machine without time or sockets.
///
/// M1 hello, M2 reply, M3 proof, M4 ready. After an error it is not stepped again.
class Handshake {
 public:
  virtual ~Handshake() = default;
  /// Takes a message (empty: begins) and writes the next. Errors as in `sdk::Session::step`.
  virtual Status step(bytes in, Octets& out) = 0;
  /// The key that the other side proved; null before.
  const SharedPublicKey& peer() const { return peer_; }
  /// The records, once the last message was taken or written; nothing before, and nothing again.
  std::optional<Records> take_records() { return established_ ? std::exchange(records_, std::nullopt) : std::nullopt; }

 protected:
  SharedPublicKey peer_;
  std::optional<Records> records_;
  bool established_ = false;
};

std::unique_ptr<Handshake> make_initiator(Party party, const Id& wanted, Fresh fresh);
std::unique_ptr<Handshake> make_responder(Party party, Fresh fresh);

}  // namespace p2pchat::cipher
