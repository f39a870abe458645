// SPDX-License-Identifier: MIT
#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace p2pchat::socket_transport {

enum class Family : std::uint8_t { ipv4, ipv6 };

/// A numeric address and a port.
struct Endpoint {
  std::array<std::uint8_t, 16> address{};  ///< network order; IPv4 in the first four octets
  std::uint32_t scope = 0;                 ///< interface of a link-local IPv6 address
  std::uint16_t port = 0;
  Family family = Family::ipv4;
  auto operator<=>(const Endpoint&) const = default;
};

/// An endpoint text taken apart: `host` is an IPv4 address, an IPv6 address without brackets, or a name.
struct HostPort {
  std::string_view host;
  std::uint16_t port = 0;
  bool bracketed = false;
};

/// Takes `192.0.2.1:12476`, `[2001:db8::1]:12476` or `node.example.org:12476` apart.
///
/// Nothing for a missing port, a port with a sign, leading zeros or over 65535, an IPv6 address without brackets, and
/// names that are not letters, digits, `-`, `_` and dots or whose last label is a number, such as `10.1`.
std::optional<HostPort> split_endpoint(std::string_view text);

/// Reads a numeric endpoint. An IPv4 address written as IPv6 becomes IPv4, so that one place has one text.
std::optional<Endpoint> parse_endpoint(std::string_view text);

/// The one text of an endpoint: what `parse_endpoint` reads back.
std::string to_text(const Endpoint& endpoint);

/// Whether it is this machine, by 127/8 or ::1.
bool is_loopback(const Endpoint& endpoint);

/// Whether it can be reached from everywhere: not of this machine, of a private network or link-local.
bool is_public(const Endpoint& endpoint);

}  // namespace p2pchat::socket_transport
