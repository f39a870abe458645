// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

#include "wire/hex.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>

namespace p2pchat::bottle {
namespace {

/// An address in 16 octets, IPv4 mapped into IPv6.
using Ip = std::array<std::uint8_t, 16>;
constexpr Ip mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff},
             loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

bool is_v4(const Ip& ip) { return std::equal(mapped.begin(), mapped.begin() + 12, ip.begin()); }

std::optional<Ip> parse(std::string_view text) {
  if (text.empty() || text.size() > INET6_ADDRSTRLEN) return std::nullopt;
  const std::string address(text);
  Ip ip = mapped;
  const bool v4 = inet_pton(AF_INET, address.c_str(), ip.data() + 12) == 1;
  if (!v4 && (inet_pton(AF_INET6, address.c_str(), ip.data()) != 1 || is_v4(ip))) return std::nullopt;
  char again[INET6_ADDRSTRLEN] = {};
  inet_ntop(v4 ? AF_INET : AF_INET6, v4 ? ip.data() + 12 : ip.data(), again, sizeof again);
  if (address != again) return std::nullopt;
  return ip;
}

Reach reach_v4(const std::uint8_t* ip) {
  if (ip[0] == 127) return Reach::loopback;
  const bool local = ip[0] == 10 || (ip[0] == 172 && ip[1] >> 4 == 1) || (ip[0] == 192 && ip[1] == 168) ||
                     (ip[0] == 169 && ip[1] == 254) || (ip[0] == 100 && ip[1] >> 6 == 1);
  return local ? Reach::local : Reach::global;
}

std::uint16_t port_of(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() ? port : 0;
}

}  // namespace

bool is_ip(std::string_view text) { return parse(text).has_value(); }

std::string network_of(std::string_view text) {
  const auto ip = parse(text);
  if (!ip) return {};
  return is_v4(*ip) ? std::string(text) : wire::to_hex(sdk::bytes(ip->data(), 8));
}

Reach reach(std::string_view text) {
  const auto ip = parse(text);
  if (!ip) return Reach::none;
  if (is_v4(*ip)) return reach_v4(ip->data() + 12);
  if (*ip == loopback) return Reach::loopback;
  const bool unique_local = ((*ip)[0] & 0xfe) == 0xfc, link_local = (*ip)[0] == 0xfe && (*ip)[1] >> 6 == 2;
  return unique_local || link_local ? Reach::local : Reach::global;
}

Neighbour neighbour_at(const Id& id, std::string_view endpoint) {
  const Neighbour nowhere{.id = id};
  const auto colon = endpoint.rfind(':');
  if (colon == endpoint.npos) return nowhere;
  auto ip = endpoint.substr(0, colon);
  const bool bracketed = ip.starts_with('[') && ip.ends_with(']');
  if (bracketed) ip = ip.substr(1, ip.size() - 2);
  const auto port = port_of(endpoint.substr(colon + 1));
  if (port == 0 || bracketed != (ip.find(':') != ip.npos) || !is_ip(ip)) return nowhere;
  return {.id = id, .ip = std::string(ip), .port = port};
}

Neighbour told_to(const Neighbour& neighbour, const Neighbour& somebody) {
  const auto kind = reach(neighbour.ip);
  if (kind == Reach::global || (kind != Reach::none && kind == reach(somebody.ip))) return neighbour;
  return {.id = neighbour.id};
}

}  // namespace p2pchat::bottle
