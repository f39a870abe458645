// SPDX-License-Identifier: MIT
#include "sea/held.hpp"

#include "note/note_text.hpp"

#include <wire/base64.hpp>
#include <wire/json_writer.hpp>

namespace p2pchat::bottle {

std::string held_record(const Held& held) {
  std::string text, reply;
  wire::base64_encode(held.reply, wire::Alphabet::standard, reply);
  wire::JsonWriter(text)
      .begin()
      .member("here", held.here_ms)
      .member("voyage", static_cast<std::uint64_t>(held.voyage))
      .member("errand", static_cast<std::uint64_t>(held.errand))
      .member("owes_found", held.owes_found)
      .member("answered", held.is_answered)
      .member("gone", held.is_gone)
      .member("reply", reply)
      .member("note", write_note(held.note))
      .end();
  return text;
}

std::optional<Held> read_held_record(std::string_view text) {
  wire::JsonParser outer, inner;
  const auto* object = outer.parse(text);
  if (!object) return std::nullopt;
  const auto flag = [object](std::string_view name) {
    const auto* member = object->find(name);
    return member && member->kind == wire::JsonValue::Kind::boolean && member->number == 1;
  };
  const auto here = object->integer("here"), voyage = object->integer("voyage"), errand = object->integer("errand");
  const auto reply = object->string("reply"), note = object->string("note");
  if (!here || !voyage || !errand || !reply || !note) return std::nullopt;
  if (*voyage > static_cast<std::uint64_t>(Voyage::kept) || *errand > static_cast<std::uint64_t>(Held::Errand::release))
    return std::nullopt;
  auto sealed = wire::base64_decode(*reply, wire::Alphabet::standard);
  Held held;
  if (!sealed || !read_note(inner, *note, held.note).ok()) return std::nullopt;
  held.here_ms = *here;
  held.voyage = static_cast<Voyage>(*voyage);
  held.errand = static_cast<Held::Errand>(*errand);
  held.owes_found = flag("owes_found");
  held.is_answered = flag("answered");
  held.is_gone = flag("gone");
  held.reply = std::move(*sealed);
  return held;
}

}  // namespace p2pchat::bottle
