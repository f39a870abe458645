// SPDX-License-Identifier: MIT
#include "check.hpp"

#include "note/gas_chain.hpp"
#include "note/note_id.hpp"
#include "note/signed_bytes.hpp"
#include "note/stamp.hpp"

namespace p2pchat::bottle {
namespace {

/// What hashes tell: one for the id, two for the stamp, up to five for the gas.
Refusal check_hashes(sdk::Crypto& crypto, const Note& note, const Octets& message, std::uint32_t stamp_bits) {
  if (note_id(crypto, note.time_ms, note.body) != note.id) return Refusal::forged_id;
  if (!stamp_holds(crypto, stamp_digest(crypto, message, note.sign), note.stamp, stamp_bits))
    return Refusal::light_stamp;
  if (!gas_holds(crypto, note.gas, note.gas_token, note.gas_anchor)) return Refusal::raised_gas;
  return Refusal::none;
}

Refusal check_signature(sdk::Crypto& crypto, const Note& note, const Octets& message) {
  Id owner;
  if (!crypto.identify(note.key, owner).ok() || owner != note.sender) return Refusal::bad_key;
  return crypto.verify(note.key, message, note.sign).ok() ? Refusal::none : Refusal::bad_signature;
}

}  // namespace

Refusal check(sdk::Crypto& crypto, const Note& note, std::uint64_t now_ms, const Lookup& lookup) {
  if (const auto refusal = check_life(note.time_ms, note.expiry_ms, now_ms); refusal != Refusal::none) return refusal;
  const auto message = signed_bytes(std::string_view(crypto.suite()), note);
  if (const auto refusal = check_hashes(crypto, note, message, lookup.stamp_bits); refusal != Refusal::none)
    return refusal;
  if (lookup.is_blocked(note.sender)) return Refusal::blocked;
  if (note.sender == lookup.me || lookup.is_seen(note.sender, note.id)) return Refusal::seen;
  if (const auto refusal = lookup.quota(); refusal != Refusal::none) return refusal;
  return check_signature(crypto, note, message);
}

}  // namespace p2pchat::bottle
