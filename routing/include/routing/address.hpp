// SPDX-License-Identifier: MIT
#pragma once
#include "routing/octets.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::routing {

/// Where a datagram goes: an IPv6 address, or an IPv4 one mapped into it (`::ffff:a.b.c.d`), and a UDP port.
struct Address {
  std::array<std::uint8_t, 16> ip{};
  std::uint16_t port = 0;
  auto operator<=>(const Address&) const = default;
  bool is_v4() const;
};

/// From where an address can be reached.
enum class Reach : std::uint8_t { loopback, local, global };

/// Reads `192.0.2.1:12476` or `[2001:db8::1]:12476`; nothing for host names, scopes and anything else.
std::optional<Address> parse_address(std::string_view text);

/// The text that `parse_address` reads back.
std::string to_text(const Address& address);

Reach reach(const Address& address);

/// Whether one node can live there: not port 0, multicast, 0/8, 240/4 or the unspecified address.
bool is_usable(const Address& address);

/// Whether a contact may be told to, or believed from, somebody: loopback and local ones only within their own class,
/// so that nobody is sent to machines of his own network by strangers.
bool may_pass(const Address& contact, const Address& somebody);

/// The network an address belongs to, /24 or /48: what one owner has many addresses of.
std::uint64_t network_of(const Address& address);

}  // namespace p2pchat::routing
