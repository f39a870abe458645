// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

#include <optional>
#include <variant>

namespace p2pchat::lan_routing {

using namespace routing;

/// 96 random bits that name a greeting.
using Token = std::array<std::uint8_t, 12>;

/// The tag that ends a proof.
using Tag = std::array<std::uint8_t, 16>;

/// Told to everybody on the network: somebody is here.
struct Here {
  std::array<std::uint8_t, 8> run{};  ///< drawn at each start, so that a restart is noticed
  Id sought{};                        ///< who is asked to greet the sender; zero: nobody
};

/// Asks an endpoint who is there.
struct Greeting {
  Token token{};
  Octets share;  ///< one-time public share, at most 128 octets
};

/// The answer: a delegation and a tag under the key that its secret half and the share agree on.
struct Proof {
  Token token{};
  Octets delegation;
  Tag tag{};
};

using Datagram = std::variant<Here, Greeting, Proof>;

inline constexpr std::size_t max_datagram = 1'200, here_size = 200, greeting_size = 600;

/// The octets of docs/protocol/local.md. A share or delegation that is too long gives none.
Octets to_octets(const Datagram& datagram);

/// Reads what `to_octets` wrote; nothing for anything else.
std::optional<Datagram> read_datagram(sdk::bytes octets);

}  // namespace p2pchat::lan_routing
