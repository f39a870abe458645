// SPDX-License-Identifier: MIT
#pragma once
#include <p2pchat/abi.hpp>

#include <array>
#include <cstdint>
#include <vector>

namespace p2pchat::routing {

using sdk::Id;
using Octets = std::vector<std::uint8_t>;

/// The octets of an array, to be lent across the SDK.
template <std::size_t N>
sdk::bytes view(const std::array<std::uint8_t, N>& octets) {
  return {octets.data(), octets.size()};
}

inline void append(Octets& to, sdk::bytes octets) { to.insert(to.end(), octets.ptr, octets.ptr + octets.len); }

}  // namespace p2pchat::routing
