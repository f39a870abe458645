// SPDX-License-Identifier: MIT
#pragma once
#include "abi.hpp"

#include <optional>

namespace p2pchat::sdk {

/// Lowercase hexadecimal text of octets.
inline std::string to_hex(bytes octets) {
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(octets.len * 2);
  for (std::uint8_t octet : std::span<const std::uint8_t>(octets)) {
    text += digits[octet >> 4];
    text += digits[octet & 15];
  }
  return text;
}

/// An id as 64 lowercase hex digits, its one written form.
inline std::string to_hex(const Id& id) { return to_hex(id.view()); }

/// The first eight digits of an id, for logs and lists.
inline std::string short_hex(const Id& id) { return to_hex(bytes(id.b, 4)); }

/// Reads exactly 64 lowercase hex digits; anything else is nothing.
inline std::optional<Id> id_from_hex(std::string_view text) {
  if (text.size() != 64) return std::nullopt;
  Id id;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool decimal = c >= '0' && c <= '9';
    if (!decimal && (c < 'a' || c > 'f')) return std::nullopt;
    const int nibble = decimal ? c - '0' : c - 'a' + 10;
    id.b[i / 2] = static_cast<std::uint8_t>(id.b[i / 2] << 4 | nibble);
  }
  return id;
}

}  // namespace p2pchat::sdk
