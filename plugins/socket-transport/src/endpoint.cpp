// SPDX-License-Identifier: MIT
#include "endpoint.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <cstring>

namespace p2pchat::socket_transport {
namespace {

constexpr std::size_t max_host = 253;  // RFC 1035
constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool is_name_character(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_' || c == '.';
}

template <class Number>
std::optional<Number> decimal(std::string_view text) {
  Number value = 0;
  if (text.empty() || (text.size() > 1 && text[0] == '0')) return std::nullopt;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

/// As inet_pton, which ends at a zero inside the text and would not see the rest.
bool read_address(int family, std::string_view host, Endpoint& to) {
  return host.find('\0') == host.npos && inet_pton(family, std::string(host).c_str(), to.address.data()) == 1;
}

bool read_ipv4(std::string_view host, Endpoint& to) { return read_address(AF_INET, host, to); }

bool read_ipv6(std::string_view host, Endpoint& to) {
  const auto percent = host.find('%');
  if (percent != host.npos) {
    const auto scope = decimal<std::uint32_t>(host.substr(percent + 1));
    if (!scope || *scope == 0) return false;
    to.scope = *scope;
  }
  if (!read_address(AF_INET6, host.substr(0, percent), to)) return false;
  to.family = Family::ipv6;
  if (!std::equal(mapped.begin(), mapped.end(), to.address.begin())) return true;
  const auto address = to.address;
  to = {};
  std::copy(address.begin() + 12, address.end(), to.address.begin());
  return true;
}

bool is_name(std::string_view host) {
  if (host.empty() || host.size() > max_host || host[0] == '-' || host[0] == '.') return false;
  if (!std::ranges::all_of(host, is_name_character)) return false;
  // getaddrinfo would read `10.1` or `0x7f.1` as addresses in forms that nobody writes on purpose.
  const auto last = host.substr(host.rfind('.') + 1);
  return last.empty() || !is_digit(last[0]);
}

}  // namespace

std::optional<HostPort> split_endpoint(std::string_view text) {
  HostPort parts;
  const auto colon = text.rfind(':');
  if (colon == text.npos) return std::nullopt;
  const auto port = decimal<std::uint16_t>(text.substr(colon + 1));
  if (!port) return std::nullopt;
  parts.port = *port;
  parts.host = text.substr(0, colon);
  Endpoint unused;
  if (parts.host.starts_with('[') && parts.host.ends_with(']')) {
    parts.bracketed = true;
    parts.host = parts.host.substr(1, parts.host.size() - 2);
    if (!read_ipv6(parts.host, unused)) return std::nullopt;
    return parts;
  }
  if (!read_ipv4(parts.host, unused) && !is_name(parts.host)) return std::nullopt;
  return parts;
}

std::optional<Endpoint> parse_endpoint(std::string_view text) {
  const auto parts = split_endpoint(text);
  if (!parts) return std::nullopt;
  Endpoint endpoint;
  const bool numeric = parts->bracketed ? read_ipv6(parts->host, endpoint) : read_ipv4(parts->host, endpoint);
  if (!numeric) return std::nullopt;
  endpoint.port = parts->port;
  return endpoint;
}

std::string to_text(const Endpoint& endpoint) {
  char text[INET6_ADDRSTRLEN] = {};
  const auto port = ":" + std::to_string(endpoint.port);
  if (endpoint.family == Family::ipv4) {
    inet_ntop(AF_INET, endpoint.address.data(), text, sizeof text);
    return text + port;
  }
  inet_ntop(AF_INET6, endpoint.address.data(), text, sizeof text);
  const auto scope = endpoint.scope != 0 ? "%" + std::to_string(endpoint.scope) : std::string();
  return "[" + (text + scope) + "]" + port;
}

bool is_loopback(const Endpoint& endpoint) {
  if (endpoint.family == Family::ipv4) return endpoint.address[0] == 127;
  const std::array<std::uint8_t, 16> one{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};
  return endpoint.address == one;
}

bool is_public(const Endpoint& endpoint) {
  const auto& a = endpoint.address;
  if (is_loopback(endpoint)) return false;
  if (endpoint.family == Family::ipv6) return (a[0] & 0xfe) != 0xfc && !(a[0] == 0xfe && (a[1] & 0xc0) == 0x80);
  return a[0] != 0 && a[0] < 224 && a[0] != 10 && !(a[0] == 172 && a[1] >> 4 == 1) && !(a[0] == 192 && a[1] == 168) &&
         !(a[0] == 169 && a[1] == 254) && !(a[0] == 100 && a[1] >> 6 == 1);
}

}  // namespace p2pchat::socket_transport
