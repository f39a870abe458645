// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <optional>

namespace wire {
inline constexpr std::string_view hex_digits = "0123456789abcdef";

/// Lowercase hexadecimal text of octets.
inline std::string to_hex(p2pchat::sdk::bytes octets) {
  std::string text;
  for (std::uint8_t octet : std::span<const std::uint8_t>(octets)) {
    text += hex_digits[octet >> 4];
    text += hex_digits[octet & 15];
  }
  return text;
}
/// An id as 64 lowercase hex digits, its one written form.
inline std::string to_hex(const p2pchat::sdk::Id& id) { return to_hex(id.view()); }
/// The first eight digits of an id, for logs and lists.
inline std::string short_hex(const p2pchat::sdk::Id& id) { return to_hex(p2pchat::sdk::bytes(id.b, 4)); }

/// Reads exactly 64 lowercase hex digits; anything else is nothing.
inline std::optional<p2pchat::sdk::Id> id_from_hex(std::string_view text) {
  if (text.size() != 64) return std::nullopt;
  p2pchat::sdk::Id id;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto digit = hex_digits.find(text[i]);
    if (digit == hex_digits.npos) return std::nullopt;
    id.b[i / 2] = static_cast<std::uint8_t>(id.b[i / 2] << 4 | digit);
  }
  return id;
}
}  // namespace wire
