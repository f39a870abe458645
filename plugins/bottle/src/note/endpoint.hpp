// SPDX-License-Identifier: MIT
#pragma once
#include "note.hpp"

namespace p2pchat::bottle {

/// From where an address can be reached; `none` is not an address.
enum class Reach : std::uint8_t { none, loopback, local, global };

Reach reach(std::string_view ip);

/// A node at `ip:port` or `[ip]:port`; without address when the endpoint is anything else.
Neighbour neighbour_at(const Id& id, std::string_view endpoint);

/// What a list may tell somebody: loopback and local addresses stay within their own class, so that nobody learns the
/// inside of another's network. What may not be told is empty.
Neighbour told_to(const Neighbour& neighbour, const Neighbour& somebody);

/// What one owner has many addresses of: an IPv4 address itself, the /64 of an IPv6 one in hex; empty when it is none.
std::string network_of(std::string_view ip);

/// The one written form of an address, IPv4 dotted or IPv6 as RFC 5952 has it; whatever else is refused.
bool is_ip(std::string_view text);

}  // namespace p2pchat::bottle
