// SPDX-License-Identifier: MIT
#include "bottle/member.hpp"
#include "note_text.hpp"
#include "wire/hex.hpp"
#include "wire/json_writer.hpp"

namespace p2pchat::bottle {
namespace {

void write_nearest(wire::JsonWriter& json, const std::vector<Neighbour>& nearest) {
  json.key("nearestPeerIdList").begin_array();
  for (const auto& neighbour : nearest)
    json.begin()
        .member("peerId", wire::to_hex(neighbour.id))
        .member("peerIP", neighbour.ip)
        .member("peerPort", std::to_string(neighbour.port))
        .end();
  json.end_array();
}

}  // namespace

std::string write_note(const Note& note) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin()
      .member("timestamp", std::to_string(note.time_ms))
      .member("bottleId", wire::to_hex(note.id))
      .member("gas", std::uint64_t{note.gas})
      .member("sender", wire::to_hex(note.sender))
      .member("receiver", note.is_addressed() ? wire::to_hex(note.receiver) : std::string())
      .member("sign", base64(note.sign))
      .member("body", note.body);
  write_nearest(json, note.nearest);
  json.member("expiry", std::to_string(note.expiry_ms))
      .member("gasAnchor", wire::to_hex(note.gas_anchor))
      .member("gasToken", wire::to_hex(note.gas_token))
      .member("stamp", std::to_string(note.stamp))
      .member("key", base64(note.key))
      .end();
  return text;
}

}  // namespace p2pchat::bottle
