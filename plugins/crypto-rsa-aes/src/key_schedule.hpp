// SPDX-License-Identifier: MIT
#pragma once
#include "hkdf.hpp"
#include "octets.hpp"

namespace p2pchat::rsa_aes {

/// The hashes over everything said so far, in the order they come to be.
namespace transcript {
/// th1: M1 and the open part of M2.
Id shares(const Algorithms& algorithms, bytes hello, bytes reply_open);
/// th2: all of M2.
Id reply(const Algorithms& algorithms, const Id& th1, bytes reply);
/// th3: the initiator's OAEP text and modulus.
Id claim(const Algorithms& algorithms, const Id& th2, bytes oaep, bytes modulus);
/// th4: the initiator's signature.
Id proof(const Algorithms& algorithms, const Id& th3, bytes signature);
}  // namespace transcript

/// What seals and finishes M2 and M3. From the X25519 secret alone: it protects names against listeners.
struct HandshakeKeys {
  Secret<32> initiator, responder;                ///< AES keys, each used once, with nonce zero
  Secret<32> initiator_finish, responder_finish;  ///< HMAC keys
};
HandshakeKeys handshake_keys(const Algorithms& algorithms, const Id& th1, const Secret<32>& shared);

/// What the records' keys come from: the X25519 secret and the share that RSA carried, both.
struct TrafficSecrets {
  Secret<32> initiator, responder;
};
TrafficSecrets traffic_secrets(const Algorithms& algorithms, const Id& th4, const Secret<32>& shared,
                               const Secret<32>& rsa_share);

/// Responder's finish: over th1, its modulus and its signature. Initiator's: over th4.
Secret<32> responder_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th1, bytes modulus,
                            bytes signature);
Secret<32> initiator_finish(const Algorithms& algorithms, const HandshakeKeys& keys, const Id& th4);

/// The label of the OAEP share.
Octets share_label(const Id& th1);

}  // namespace p2pchat::rsa_aes
