// SPDX-License-Identifier: MIT
#include "wire/json.hpp"

#include <simdjson.h>

#include <algorithm>
#include <string>
#include <vector>

namespace wire {

const JsonValue* JsonValue::find(std::string_view name) const {
  if (kind != Kind::object) return nullptr;
  const auto found = std::ranges::find(items, name, &JsonValue::key);
  return found == items.end() ? nullptr : &*found;
}

std::optional<std::string_view> JsonValue::string(std::string_view name) const {
  const auto* value = find(name);
  if (!value || value->kind != Kind::string) return std::nullopt;
  return value->text;
}

std::optional<std::uint64_t> JsonValue::integer(std::string_view name) const {
  const auto* value = find(name);
  if (!value || value->kind != Kind::number) return std::nullopt;
  return value->number;
}

bool JsonValue::only(std::initializer_list<std::string_view> names) const {
  return kind == Kind::object && std::ranges::all_of(items, [&](const JsonValue& member) {
           return std::ranges::find(names, member.key) != names.end();
         });
}

/// The tree is kept in `values`, each list side by side, of which a parse takes as many as it needs. There are few to
/// begin with, since most texts have few and a node has several parsers; when they do not do, it is read again with
/// twice as many.
struct JsonParser::State {
  static constexpr std::size_t first_values = 64;
  static constexpr std::size_t deepest = 64;  // of any text; by itself simdjson keeps ten KiB for a thousand
  simdjson::dom::parser parser;
  std::string padded;
  std::vector<JsonValue> values = std::vector<JsonValue>(first_values);
  std::size_t used = 0;
  bool lacked_room = false;
  JsonValue root;

  /// Room for a list, or nothing when the text has too many values.
  std::optional<std::span<JsonValue>> room_for(std::size_t items) {
    lacked_room = items > values.size() - used;
    if (lacked_room) return std::nullopt;
    const auto room = std::span(values).subspan(used, items);
    used += items;
    std::ranges::fill(room, JsonValue{});
    return room;
  }

  bool read(simdjson::dom::element from, std::size_t depth, JsonValue& to);
  bool read_array(simdjson::dom::array from, std::size_t depth, JsonValue& to);
  bool read_object(simdjson::dom::object from, std::size_t depth, JsonValue& to);
};

bool JsonParser::State::read(simdjson::dom::element from, std::size_t depth, JsonValue& to) {
  using simdjson::dom::element_type;
  switch (from.type()) {
    case element_type::STRING:
      to.kind = JsonValue::Kind::string;
      return from.get(to.text) == simdjson::SUCCESS;
    case element_type::INT64:
    case element_type::UINT64:
      to.kind = JsonValue::Kind::number;
      return from.get(to.number) == simdjson::SUCCESS;
    case element_type::BOOL: {
      bool truth = false;
      to.kind = JsonValue::Kind::boolean;
      if (from.get(truth) != simdjson::SUCCESS) return false;
      to.number = truth ? 1 : 0;
      return true;
    }
    case element_type::ARRAY:
      return depth > 0 && read_array(from, depth - 1, to);
    case element_type::OBJECT:
      return depth > 0 && read_object(from, depth - 1, to);
    default:
      return false;
  }
}

bool JsonParser::State::read_array(simdjson::dom::array from, std::size_t depth, JsonValue& to) {
  const auto items = room_for(from.size());
  if (!items) return false;
  auto next = items->begin();
  for (auto item : from)
    if (!read(item, depth, *next++)) return false;
  to.kind = JsonValue::Kind::array;
  to.items = *items;
  return true;
}

bool JsonParser::State::read_object(simdjson::dom::object from, std::size_t depth, JsonValue& to) {
  const auto members = from.size() <= most_members ? room_for(from.size()) : std::nullopt;
  if (!members) return false;
  auto next = members->begin();
  for (auto [key, value] : from) {
    if (std::ranges::find(members->begin(), next, key, &JsonValue::key) != next) return false;
    next->key = key;
    if (!read(value, depth, *next++)) return false;
  }
  to.kind = JsonValue::Kind::object;
  to.items = *members;
  return true;
}

JsonParser::JsonParser() : state_(std::make_unique<State>()) {}
JsonParser::~JsonParser() = default;

const JsonValue* JsonParser::parse(std::string_view text, std::size_t max_depth) {
  auto& state = *state_;
  state.padded.assign(text);
  state.padded.append(simdjson::SIMDJSON_PADDING, '\0');
  if (text.size() > state.parser.capacity() && state.parser.allocate(text.size(), State::deepest) != simdjson::SUCCESS)
    return nullptr;
  const auto parsed = state.parser.parse(state.padded.data(), text.size(), false);
  if (parsed.error() || !parsed.value_unsafe().is_object()) return nullptr;
  for (;; state.values.resize(2 * state.values.size())) {
    state.used = 0;
    state.lacked_room = false;
    state.root = {};
    if (state.read(parsed.value_unsafe(), max_depth, state.root)) return &state.root;
    if (!state.lacked_room || state.values.size() >= most_values) return nullptr;
  }
}

bool is_utf8(std::string_view text) { return simdjson::validate_utf8(text.data(), text.size()); }

}  // namespace wire
