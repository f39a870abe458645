// SPDX-License-Identifier: MIT
#include "endpoint.hpp"
#include "gas_member.hpp"
#include "note_id.hpp"
#include "note_text.hpp"
#include "wire/base64.hpp"
#include "wire/hex.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

using wire::JsonValue;

constexpr std::size_t members = 13, most_sign = 3 * 1024, most_key = 1024;

sdk::Status malformed(std::string_view what) { return {sdk::Errc::malformed, "bottle: " + std::string(what)}; }
sdk::Status too_large(std::string_view what) { return {sdk::Errc::too_large, "bottle: " + std::string(what)}; }

/// Copies what was read; false when there is nothing.
template <class T>
bool into(T& to, std::optional<T>&& read) {
  if (read) to = std::move(*read);
  return read.has_value();
}

/// Who, when, how far.
sdk::Status read_frame(const JsonValue& object, Note& note) {
  if (!into(note.time_ms, decimal_member(object, "timestamp")) || !is_note_time(note.time_ms))
    return malformed("timestamp is not 13 digits");
  if (!into(note.expiry_ms, decimal_member(object, "expiry")) || !is_note_time(note.expiry_ms))
    return malformed("expiry is not 13 digits");
  if (!into(note.id, id_member(object, "bottleId"))) return malformed("bottleId is not 64 lowercase hex digits");
  if (!into(note.sender, id_member(object, "sender"))) return malformed("sender is not 64 lowercase hex digits");
  if (!into(note.gas, gas_member(object))) return malformed("gas is not a number from 0 to 5");
  const auto receiver = object.string("receiver");
  note.receiver = {};
  if (receiver && receiver->empty()) return {};
  // Zero and the sender would be second ways to say "nobody".
  if (!into(note.receiver, id_member(object, "receiver")) || !note.is_addressed() || note.receiver == note.sender)
    return malformed("receiver is neither empty nor somebody else's id");
  return {};
}

/// What makes it safe among strangers.
sdk::Status read_proofs(const JsonValue& object, Note& note) {
  if (!into(note.gas_anchor, id_member(object, "gasAnchor")) || !into(note.gas_token, id_member(object, "gasToken")))
    return malformed("gasAnchor or gasToken is not 64 lowercase hex digits");
  if (!into(note.stamp, decimal_member(object, "stamp"))) return malformed("stamp is not a decimal number");
  if (!into(note.sign, octets_member(object, "sign", most_sign))) return malformed("sign is not 1 to 3,072 octets");
  if (!into(note.key, octets_member(object, "key", most_key))) return malformed("key is not 1 to 1,024 octets");
  return {};
}

/// After `read_frame`, which says what kind of body it is.
sdk::Status read_body(const JsonValue& object, Note& note) {
  const auto body = object.string("body");
  if (!body || body->empty()) return malformed("body is missing or empty");
  if (note.is_addressed()) {
    if (body->size() > most_addressed_body) return too_large("addressed body over 24 KiB");
    if (!wire::base64_decode(*body, wire::Alphabet::standard)) return malformed("addressed body is not base64");
  } else if (characters(*body) > most_characters) {
    return too_large("body over 1,000 characters");
  }
  note.body = *body;
  return {};
}

bool read_neighbour(const JsonValue& value, Neighbour& neighbour) {
  if (value.kind != JsonValue::Kind::object || value.items.size() != 3) return false;
  const auto ip = value.string("peerIP");
  const auto port = decimal_member(value, "peerPort");
  if (!ip || !port || *port > 65535 || !into(neighbour.id, id_member(value, "peerId"))) return false;
  neighbour.ip = *ip;
  neighbour.port = static_cast<std::uint16_t>(*port);
  return ip->empty() ? *port == 0 : *port != 0 && is_ip(*ip);
}

sdk::Status read_nearest(const JsonValue& object, Note& note) {
  const auto* list = object.find("nearestPeerIdList");
  if (!list || list->kind != JsonValue::Kind::array) return malformed("nearestPeerIdList is not an array");
  if (list->items.size() > most_neighbours) return too_large("nearestPeerIdList over 5 entries");
  note.nearest.clear();
  for (const auto& item : list->items) {
    Neighbour neighbour;
    if (!read_neighbour(item, neighbour)) return malformed("nearestPeerIdList has a foreign entry");
    const auto same = [&](const Neighbour& other) { return other.id == neighbour.id; };
    if (std::ranges::any_of(note.nearest, same)) return malformed("nearestPeerIdList names a node twice");
    note.nearest.push_back(std::move(neighbour));
  }
  return {};
}

}  // namespace

sdk::Status read_note(wire::JsonParser& parser, std::string_view text, Note& note) {
  if (text.size() > most_note) return too_large("over 32 KiB");
  const auto* object = parser.parse(text, 3);
  if (!object) return malformed("not a strict JSON object");
  if (object->items.size() != members) return malformed("not exactly the thirteen members");
  for (auto* part : {read_frame, read_proofs, read_body, read_nearest})
    if (auto read = part(*object, note); !read.ok()) return read;
  return {};
}

}  // namespace p2pchat::bottle
