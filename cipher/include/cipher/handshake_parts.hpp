// SPDX-License-Identifier: MIT
#pragma once
#include "cipher/handshake.hpp"
#include "cipher/handshake_messages.hpp"
#include "cipher/key_schedule.hpp"

namespace p2pchat::cipher {

/// The one way a handshake fails: the other side learns that it did, the local log learns why.
Status handshake_failed(std::string_view reason, Octets& out);

/// Appends a sealed part to a message.
void seal_onto(Octets& message, const Algorithms& algorithms, const Secret<32>& key, bytes aad, bytes plain);

/// Opens a sealed part; nothing when it does not hold.
std::optional<SecretOctets> open_sealed(const Algorithms& algorithms, const Secret<32>& key, bytes aad, bytes sealed);

/// HMAC over M1 under the wanted id: who does not know a node's id gets no answer from it.
Secret<32> hello_tag(const Algorithms& algorithms, const Id& wanted, bytes tagged);

/// What each side signs.
Octets responder_statement(const Id& th1, const Id& responder);
Octets initiator_statement(const Id& th3, const Id& initiator, const Id& responder);

/// What M3 binds beside its key: its header and th2.
Octets proof_aad(bytes header, const Id& th2);

}  // namespace p2pchat::cipher
