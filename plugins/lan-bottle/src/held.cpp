// SPDX-License-Identifier: MIT
#include "held.hpp"

#include "bottle/member.hpp"

#include <wire/base64.hpp>
#include <wire/json_writer.hpp>

namespace p2pchat::lan_bottle {

std::string held_record(const Held& held) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("here", held.here_ms)
      .member("voyage", static_cast<std::uint64_t>(held.voyage))
      .member("owes", held.owes_news)
      .member("answered", held.is_answered)
      .member("gone", held.is_gone)
      .member("thrown", held.is_thrown)
      .member("reply", base64(held.reply))
      .member("note", write_note(held.note))
      .end();
  return text;
}

std::optional<Held> read_held_record(sdk::Crypto& crypto, std::string_view text) {
  wire::JsonParser outer, inner;
  const auto* object = outer.parse(text);
  if (!object) return std::nullopt;
  const auto here = object->integer("here"), voyage = object->integer("voyage");
  const auto reply = object->string("reply"), note_text = object->string("note");
  if (!here || !voyage || *voyage > static_cast<std::uint64_t>(Voyage::kept) || !reply || !note_text)
    return std::nullopt;
  auto sealed = wire::base64_decode(*reply, wire::Alphabet::standard);
  auto note = read_note(inner, *note_text);
  if (!sealed || !note) return std::nullopt;
  note->id = note_id(crypto, *note);
  const auto flag = [object](std::string_view name) {
    const auto* member = object->find(name);
    return member && member->kind == wire::JsonValue::Kind::boolean && member->number == 1;
  };
  Held held{.note = std::move(*note), .here_ms = *here, .voyage = static_cast<Voyage>(*voyage)};
  held.owes_news = flag("owes");
  held.is_answered = flag("answered");
  held.is_gone = flag("gone");
  held.is_thrown = flag("thrown");
  held.reply = std::move(*sealed);
  return held;
}

}  // namespace p2pchat::lan_bottle
