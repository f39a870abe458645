// SPDX-License-Identifier: MIT
#include "routing/address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace p2pchat::routing {
namespace {

constexpr std::array<std::uint8_t, 12> mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

std::optional<std::uint16_t> parse_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return port;
}

Reach reach_v4(const std::uint8_t* ip) {
  if (ip[0] == 127) return Reach::loopback;
  const bool local = ip[0] == 10 || (ip[0] == 172 && ip[1] >> 4 == 1) || (ip[0] == 192 && ip[1] == 168) ||
                     (ip[0] == 169 && ip[1] == 254) || (ip[0] == 100 && ip[1] >> 6 == 1);
  return local ? Reach::local : Reach::global;
}

}  // namespace

bool Address::is_v4() const { return std::equal(mapped.begin(), mapped.end(), ip.begin()); }

std::optional<Address> parse_address(std::string_view text) {
  const auto colon = text.rfind(':');
  if (colon == text.npos) return std::nullopt;
  const auto port = parse_port(text.substr(colon + 1));
  if (!port) return std::nullopt;
  Address address{.port = *port};
  auto host = std::string(text.substr(0, colon));
  if (host.starts_with('[') && host.ends_with(']')) {
    host = host.substr(1, host.size() - 2);
    // A mapped address has one written form only, the dotted one.
    if (inet_pton(AF_INET6, host.c_str(), address.ip.data()) != 1 || address.is_v4()) return std::nullopt;
    return address;
  }
  std::copy(mapped.begin(), mapped.end(), address.ip.begin());
  if (inet_pton(AF_INET, host.c_str(), address.ip.data() + mapped.size()) != 1) return std::nullopt;
  return address;
}

std::string to_text(const Address& address) {
  char text[INET6_ADDRSTRLEN] = {};
  const auto port = std::to_string(address.port);
  if (address.is_v4()) {
    inet_ntop(AF_INET, address.ip.data() + mapped.size(), text, sizeof text);
    return text + (':' + port);
  }
  inet_ntop(AF_INET6, address.ip.data(), text, sizeof text);
  return '[' + std::string(text) + "]:" + port;
}

Reach reach(const Address& address) {
  const auto& ip = address.ip;
  if (address.is_v4()) return reach_v4(ip.data() + mapped.size());
  constexpr std::array<std::uint8_t, 16> loopback = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  if (ip == loopback) return Reach::loopback;
  const bool unique_local = (ip[0] & 0xfe) == 0xfc, link_local = ip[0] == 0xfe && ip[1] >> 6 == 2;
  return unique_local || link_local ? Reach::local : Reach::global;
}

bool is_usable(const Address& address) {
  if (address.port == 0) return false;
  if (address.is_v4()) {
    const auto first = address.ip[mapped.size()];
    return first != 0 && first < 224;  // 224/4 is multicast, 240/4 reserved
  }
  return address.ip[0] != 0xff && address.ip != decltype(address.ip){};
}

bool may_pass(const Address& contact, const Address& somebody) {
  const auto kind = reach(contact);
  return kind == Reach::global || kind == reach(somebody);
}

std::uint64_t network_of(const Address& address) {
  const auto& ip = address.ip;
  const std::size_t first = address.is_v4() ? mapped.size() : 0, length = address.is_v4() ? 3 : 6;
  std::uint64_t network = length;
  for (std::size_t i = first; i < first + length; ++i) network = network << 8 | ip[i];
  return network;
}

}  // namespace p2pchat::routing
