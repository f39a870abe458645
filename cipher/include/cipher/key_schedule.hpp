// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/hkdf.hpp"
#include "cipher/octets.hpp"

namespace p2pchat::cipher {

/// The hashes over everything said so far, in the order they come to be.
namespace transcript {
/// th1: M1 and the open part of M2.
Id shares(const Algorithms& algorithms, bytes hello, bytes reply_open);
/// th2: all of M2.
Id reply(const Algorithms& algorithms, const Id& th1, bytes reply);
/// th3: the secret the initiator carried to the responder's key, and its own key.
Id claim(const Algorithms& algorithms, const Id& th2, bytes carried, bytes key);
/// th4: the initiator's signature.
Id proof(const Algorithms& algorithms, const Id& th3, bytes signature);
}  // namespace transcript

/// What seals and finishes M2 and M3. From the X25519 secret alone: it protects names against listeners.
struct HandshakeKeys {
  Secret<32> initiator, responder;                ///< of the cipher, each used once, with nonce zero
  Secret<32> initiator_finish, responder_finish;  ///< HMAC keys
};
HandshakeKeys handshake_keys(const Algorithms& algorithms, const Id& th1, const Secret<32>& shared);

/// What the records' keys come from: the ephemeral secret and the one carried to the responder's key, both.
struct TrafficSecrets {
  Secret<32> initiator, responder;
};
TrafficSecrets traffic_secrets(const Algorithms& algorithms, const Id& th4, const Secret<32>& shared,
                               const Secret<32>& carried);

/// Responder's finish: over th1, its key and its signature. Initiator's: over th4.
Secret<32> responder_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th1, bytes key,
                            bytes signature);
Secret<32> initiator_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th4);

/// The label of the carried secret.
Octets carried_label(const Id& th1);

}  // namespace p2pchat::cipher
