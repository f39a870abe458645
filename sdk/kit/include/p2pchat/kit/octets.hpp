// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <string.h>

#include <cstring>
#include <string>
#include <utility>

namespace p2pchat::kit {
using sdk::bytes, sdk::Errc, sdk::Id, sdk::Out, sdk::Status;

/// Octets that are owned, and joined with +.
using Octets = std::string;

inline std::uint8_t* raw(Octets& octets) { return reinterpret_cast<std::uint8_t*>(octets.data()); }
inline const std::uint8_t* raw(const Octets& octets) { return bytes::of(octets).ptr; }

/// A copy of `size` octets from `at` on, or of as many as there are. Throws `std::out_of_range` when `at` is past the
/// end.
inline Octets part(bytes whole, std::size_t at = 0, std::size_t size = Octets::npos) {
  return Octets(whole.text().substr(at, size));
}
inline Octets part(const Octets& whole, std::size_t at, std::size_t size = Octets::npos) {
  return whole.substr(at, size);
}

/// `size` octets, as a call to a C library fills them.
template <class Fill>
Octets made(std::size_t size, Fill&& fill) {
  Octets octets(size, 0);
  fill(raw(octets));
  return octets;
}

/// Writes what a method returns.
inline Status put(Out& out, const Octets& octets) {
  return out.append(octets) ? Status() : Status(Errc::internal, "the caller has no room for the result");
}

/// A number as eight octets, the most significant first.
inline Octets octets_of(std::uint64_t number) {
  Octets octets(8, 0);
  for (auto at = octets.rbegin(); at != octets.rend(); ++at, number >>= 8) *at = static_cast<char>(number);
  return octets;
}
/// Reads what `octets_of` wrote.
inline std::uint64_t number_in(const Octets& octets) {
  std::uint64_t number = 0;
  for (const auto octet : octets) number = number << 8 | static_cast<std::uint8_t>(octet);
  return number;
}

/// Octets that are wiped when they go.
struct Secret : Octets {
  Secret() = default;
  Secret(Octets octets) : Octets(std::move(octets)) {}
  Secret(const Secret&) = default;
  Secret& operator=(const Secret& other) = default;
  ~Secret() { ::explicit_bzero(data(), size()); }
};

}  // namespace p2pchat::kit
