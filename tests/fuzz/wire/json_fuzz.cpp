// SPDX-License-Identifier: MIT
#include "wire/json.hpp"
#include "wire/json_writer.hpp"

#include <cstdlib>
#include <string>

namespace {

using wire::JsonValue;

void write(wire::JsonWriter& writer, const JsonValue& value) {
  switch (value.kind) {
    case JsonValue::Kind::string:
      if (!wire::is_utf8(value.text)) std::abort();
      writer.string(value.text);
      return;
    case JsonValue::Kind::number:
      writer.number(value.number);
      return;
    case JsonValue::Kind::boolean:
      writer.boolean(value.number != 0);
      return;
    case JsonValue::Kind::array:
      writer.begin_array();
      for (const auto& item : value.items) write(writer, item);
      writer.end_array();
      return;
    case JsonValue::Kind::object:
      writer.begin();
      for (const auto& member : value.items) write(writer.key(member.key), member);
      writer.end();
      return;
  }
}

bool same(const JsonValue& a, const JsonValue& b) {
  if (a.kind != b.kind || a.key != b.key || a.text != b.text || a.number != b.number) return false;
  if (a.items.size() != b.items.size()) return false;
  for (std::size_t i = 0; i < a.items.size(); ++i)
    if (!same(a.items[i], b.items[i])) return false;
  return true;
}

}  // namespace

/// What is accepted can be written, and what was written reads as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  wire::JsonParser first, second;
  const auto* value = first.parse({reinterpret_cast<const char*>(data), size});
  if (!value) return 0;
  std::string text;
  wire::JsonWriter writer(text);
  write(writer, *value);
  const auto* again = second.parse(text);
  if (!again || !same(*value, *again)) std::abort();
  return 0;
}
