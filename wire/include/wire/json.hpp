// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

/// Strict JSON (RFC 8259) for what travels: no duplicate keys, no null, no fractions or negative numbers (`-0` is 0).
namespace wire {

/// One value. Texts and items point into the `JsonParser` that made it and live until its next parse.
struct JsonValue {
  enum class Kind : std::uint8_t { string, number, boolean, array, object };
  Kind kind = Kind::string;
  std::string_view key;              ///< its name when it is a member of an object
  std::string_view text;             ///< of a string, escapes resolved
  std::uint64_t number = 0;          ///< of a number; 0 or 1 of a boolean
  std::span<const JsonValue> items;  ///< of an array, or the members of an object

  /// A member by name, or null.
  const JsonValue* find(std::string_view name) const;
  /// A member's text, when it is there and a string.
  std::optional<std::string_view> string(std::string_view name) const;
  /// A member's number, when it is there and a number.
  std::optional<std::uint64_t> integer(std::string_view name) const;
  /// Whether this is an object with no other members than these.
  bool only(std::initializer_list<std::string_view> names) const;
};

/// The most members of one object, and the most values of one text: what a stranger sends must not grow for ever in
/// what a parser keeps.
inline constexpr std::size_t most_members = 64, most_values = 1024;

/// Parses one JSON object at a time, keeping its buffers between calls. One thread at a time.
class JsonParser {
 public:
  JsonParser();
  ~JsonParser();
  /// The object, or null when the text is not strict JSON, not UTF-8, deeper than `max_depth`, over the limits above or
  /// not an object.
  const JsonValue* parse(std::string_view text, std::size_t max_depth = 4);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// Whether a text is valid UTF-8.
bool is_utf8(std::string_view text);

}  // namespace wire
