// SPDX-License-Identifier: MIT
#include "note.hpp"

#include "bottle/member.hpp"

#include <wire/base64.hpp>
#include <wire/hex.hpp>
#include <wire/json_writer.hpp>
#include <wire/numbers.hpp>

namespace p2pchat::lan_bottle {
namespace {

// The zero bytes at their ends belong to them.
constexpr std::string_view purpose{"p2pchat/lan-bottle/1", 21}, reply_purpose{"p2pchat/lan-bottle-reply/1", 27};
constexpr std::size_t most_sign = 3 * 1024, most_key = 1024;

bool is_body(const Note& note) {
  if (!note.is_addressed()) return is_drift_body(note.body);
  if (note.body.empty() || note.body.size() > most_addressed_body) return false;
  return wire::base64_decode(note.body, wire::Alphabet::standard).has_value();
}

/// Empty is nobody; zero and the sender would be second ways to say so.
std::optional<Id> read_receiver(const wire::JsonValue& object, const Id& sender) {
  const auto text = object.string("receiver");
  if (!text) return std::nullopt;
  if (text->empty()) return Id{};
  const auto id = wire::id_from_hex(*text);
  return id == Id{} || id == sender ? std::nullopt : id;
}

}  // namespace

Id note_id(sdk::Crypto& crypto, const Note& note) {
  Octets octets;
  sdk::OutTo out(octets);
  wire::append_number(out, note.time_ms, 8);
  wire::append_number(out, note.expiry_ms, 8);
  for (const auto* id : {&note.sender, &note.receiver, &note.salt}) out.append(id->view());
  out.append(note.body);
  return hash(crypto, octets);
}

Octets signed_bytes(std::string_view suite, const Id& note) {
  Octets octets;
  sdk::OutTo out(octets);
  out.append(purpose);
  wire::append_number(out, suite.size(), 4);
  out.append(suite);
  out.append(note.view());
  return octets;
}

Octets reply_context(const Id& note) {
  Octets octets;
  sdk::OutTo out(octets);
  out.append(reply_purpose);
  out.append(note.view());
  return octets;
}

std::string write_note(const Note& note) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("sender", wire::to_hex(note.sender))
      .member("receiver", note.is_addressed() ? wire::to_hex(note.receiver) : std::string())
      .member("time", std::to_string(note.time_ms))
      .member("expiry", std::to_string(note.expiry_ms))
      .member("salt", wire::to_hex(note.salt))
      .member("body", note.body)
      .member("key", base64(note.key))
      .member("sign", base64(note.sign))
      .end();
  return text;
}

std::optional<Note> read_note(wire::JsonParser& parser, std::string_view text) {
  const auto* object = text.size() <= most_note ? parser.parse(text, 1) : nullptr;
  if (!object || !object->only({"sender", "receiver", "time", "expiry", "salt", "body", "key", "sign"}))
    return std::nullopt;
  const auto sender = id_member(*object, "sender"), salt = id_member(*object, "salt");
  const auto time = decimal_member(*object, "time"), expiry = decimal_member(*object, "expiry");
  const auto body = object->string("body");
  auto key = octets_member(*object, "key", most_key), sign = octets_member(*object, "sign", most_sign);
  const auto receiver = sender ? read_receiver(*object, *sender) : std::nullopt;
  if (!receiver || !salt || !time || !expiry || !body || !key || !sign) return std::nullopt;
  Note note{.id = {},
            .sender = *sender,
            .receiver = *receiver,
            .time_ms = *time,
            .expiry_ms = *expiry,
            .salt = *salt,
            .body = std::string(*body),
            .key = std::move(*key),
            .sign = std::move(*sign)};
  return is_body(note) ? std::optional(std::move(note)) : std::nullopt;
}

}  // namespace p2pchat::lan_bottle
