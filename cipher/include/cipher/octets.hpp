// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <concepts>
#include <optional>

namespace p2pchat::cipher {

using sdk::bytes;
using sdk::Errc;
using sdk::Id;
using sdk::Status;
using Octets = std::vector<std::uint8_t>;

/// The octets of any container, borrowed.
template <class Container>
bytes view(const Container& c) {
  return {c.data(), c.size()};
}

/// Part of a view; the caller knows that it is there.
inline bytes slice(bytes v, std::uint64_t at, std::uint64_t length) { return {v.ptr + at, length}; }

inline void put(Octets& to, bytes v) { to.insert(to.end(), v.ptr, v.ptr + v.len); }

/// Appends a number, big-endian, in as many octets as its type has.
template <std::unsigned_integral T>
void put(Octets& to, T value) {
  for (auto shift = 8 * sizeof(T); shift != 0; shift -= 8)
    to.push_back(static_cast<std::uint8_t>(value >> (shift - 8)));
}

/// Takes strict binary forms apart, front to back. After a short read everything reads as empty and `whole` is false.
class Reader {
 public:
  explicit Reader(bytes from) : rest_(from) {}

  bytes take(std::uint64_t length) {
    if (length > rest_.len) return fail();
    const auto taken = slice(rest_, 0, length);
    rest_ = slice(rest_, length, rest_.len - length);
    return taken;
  }

  template <std::unsigned_integral T>
  T number() {
    T value = 0;
    for (const auto octet : std::span<const std::uint8_t>(take(sizeof(T)))) value = static_cast<T>(value << 8 | octet);
    return value;
  }

  bytes rest() { return take(rest_.len); }

  /// Whether every read found its octets and none is left.
  bool whole() const { return !failed_ && rest_.len == 0; }

 private:
  bytes fail() {
    failed_ = true;
    rest_ = {};
    return {};
  }

  bytes rest_;
  bool failed_ = false;
};

}  // namespace p2pchat::cipher
