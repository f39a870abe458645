// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/kit/octets.hpp>

namespace p2pchat::kit {

/// What a signature or a key is for stands before what is signed or derived from, so that none serves as another.
inline Octets for_message(const Octets& text) { return "p2pchat kit/1 message" + Octets(1, 0) + text; }
inline Octets for_contact(const Octets& text) { return "p2pchat kit/1 contact key" + Octets(1, 0) + text; }
inline Octets for_responder(const Octets& text) { return "p2pchat kit/1 responder" + Octets(1, 0) + text; }
inline Octets for_initiator(const Octets& text) { return "p2pchat kit/1 initiator" + Octets(1, 0) + text; }

}  // namespace p2pchat::kit
