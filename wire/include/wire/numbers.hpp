// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <optional>

namespace wire {

/// Appends a number as `octets` octets, 8 at most, big-endian.
inline void append_number(p2pchat::sdk::Out& out, std::uint64_t value, std::uint64_t octets) {
  auto* at = out.grow(octets);
  for (std::uint64_t i = 0; at && i < octets; ++i) at[i] = static_cast<std::uint8_t>(value >> (octets - 1 - i) * 8);
}

/// Reads a big-endian number of 8 octets at most.
inline std::uint64_t read_number(p2pchat::sdk::bytes octets) {
  std::uint64_t value = 0;
  for (const std::uint8_t octet : std::span<const std::uint8_t>(octets)) value = value << 8 | octet;
  return value;
}

/// An id from exactly 32 octets.
inline std::optional<p2pchat::sdk::Id> id_of(p2pchat::sdk::bytes octets) {
  p2pchat::sdk::Id id;
  if (octets.len != sizeof id.b) return std::nullopt;
  std::memcpy(id.b, octets.ptr, sizeof id.b);
  return id;
}

}  // namespace wire
