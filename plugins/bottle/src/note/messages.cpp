// SPDX-License-Identifier: MIT
#include "messages.hpp"

#include "gas_member.hpp"
#include "wire/hex.hpp"
#include "wire/json_writer.hpp"

#include <algorithm>
#include <array>

namespace p2pchat::bottle {
namespace {

using wire::JsonValue;

constexpr std::array<std::string_view, 3> matters = {"bottle", "found", "reply"};
constexpr std::size_t most_word = 40;

bool is_word(std::string_view text) {
  return !text.empty() && text.size() <= most_word &&
         std::ranges::all_of(text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'; });
}

void write_proof(wire::JsonWriter& json, const Proof& proof) {
  json.begin()
      .member("bottleId", wire::to_hex(proof.bottle))
      .member("gas", std::uint64_t{proof.gas})
      .member("gasToken", wire::to_hex(proof.gas_token));
}

std::optional<Proof> read_proof(const JsonValue& object) {
  const auto bottle = id_member(object, "bottleId"), token = id_member(object, "gasToken");
  const auto gas = gas_member(object);
  if (!bottle || !gas || !token) return std::nullopt;
  return Proof{.bottle = *bottle, .gas = *gas, .gas_token = *token};
}

/// An object with so many members; the readers ask for each by its name.
const JsonValue* object_of(wire::JsonParser& parser, std::string_view text, std::size_t members, std::size_t depth) {
  const auto* object = text.size() <= most_note ? parser.parse(text, depth) : nullptr;
  return object && object->items.size() == members ? object : nullptr;
}

}  // namespace

bool Handled::is_taken() const {
  if (verdict == "seen") return true;
  return of == Matter::bottle ? verdict == "ashore" || verdict == "passing" : verdict == "queued";
}

std::string write_handled(const Handled& handled) {
  std::string text;
  wire::JsonWriter(text)
      .begin()
      .member("bottleId", wire::to_hex(handled.bottle))
      .member("of", matters[static_cast<std::size_t>(handled.of)])
      .member("verdict", handled.verdict)
      .end();
  return text;
}

std::string write_found(const Found& found) {
  std::string text;
  wire::JsonWriter json(text);
  write_proof(json, found.proof);
  json.member("time", std::to_string(found.time_ms)).end();
  return text;
}

std::string write_reply(const Reply& reply) {
  std::string text;
  wire::JsonWriter json(text);
  write_proof(json, reply.proof);
  json.member("sealed", base64(reply.sealed)).end();
  return text;
}

std::string write_taken(const std::vector<Id>& bottles) {
  std::string text;
  wire::JsonWriter json(text);
  json.begin().key("bottleIds").begin_array();
  for (const auto& id : bottles) json.string(wire::to_hex(id));
  json.end_array().end();
  return text;
}

std::optional<Handled> read_handled(wire::JsonParser& parser, std::string_view text) {
  const auto* object = object_of(parser, text, 3, 1);
  if (!object) return std::nullopt;
  const auto bottle = id_member(*object, "bottleId");
  const auto of = object->string("of"), verdict = object->string("verdict");
  if (!bottle || !of || !verdict || !is_word(*verdict)) return std::nullopt;
  const auto* matter = std::ranges::find(matters, *of);
  if (matter == matters.end()) return std::nullopt;
  return Handled{.bottle = *bottle, .of = Matter(matter - matters.begin()), .verdict = std::string(*verdict)};
}

std::optional<Found> read_found(wire::JsonParser& parser, std::string_view text) {
  const auto* object = object_of(parser, text, 4, 1);
  const auto proof = object ? read_proof(*object) : std::nullopt;
  const auto time_ms = object ? decimal_member(*object, "time") : std::nullopt;
  if (!proof || !time_ms) return std::nullopt;
  return Found{.proof = *proof, .time_ms = *time_ms};
}

std::optional<Reply> read_reply(wire::JsonParser& parser, std::string_view text) {
  const auto* object = object_of(parser, text, 4, 1);
  const auto proof = object ? read_proof(*object) : std::nullopt;
  auto sealed = object ? octets_member(*object, "sealed", most_sealed_reply) : std::nullopt;
  if (!proof || !sealed) return std::nullopt;
  return Reply{.proof = *proof, .sealed = std::move(*sealed)};
}

std::optional<std::vector<Id>> read_taken(wire::JsonParser& parser, std::string_view text) {
  const auto* object = object_of(parser, text, 1, 2);
  const auto* list = object ? object->find("bottleIds") : nullptr;
  if (!list || list->kind != JsonValue::Kind::array || list->items.empty() || list->items.size() > most_taken)
    return std::nullopt;
  std::vector<Id> ids;
  for (const auto& item : list->items) {
    const auto id = item.kind == JsonValue::Kind::string ? wire::id_from_hex(item.text) : std::nullopt;
    if (!id || std::ranges::find(ids, *id) != ids.end()) return std::nullopt;
    ids.push_back(*id);
  }
  return ids;
}

bool is_collect(wire::JsonParser& parser, std::string_view text) { return object_of(parser, text, 0, 1) != nullptr; }

}  // namespace p2pchat::bottle
