// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

namespace p2pchat::kademlia {

using namespace routing;

/// 96 random bits: they name a request (`i`) or a session (`y`).
using Token = std::array<std::uint8_t, 12>;

/// What two nodes share after a greeting: their tags are made under it.
using SharedKey = std::array<std::uint8_t, 32>;

/// The tag that ends a packet.
using Tag = std::array<std::uint8_t, 16>;

}  // namespace p2pchat::kademlia
