// SPDX-License-Identifier: MIT
#include "place.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace p2pchat::local_transport {
namespace {

constexpr std::string_view scheme = "local:";
constexpr std::size_t longest_name = 40;

bool is_name_letter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') || (letter >= '0' && letter <= '9') ||
         letter == '-' || letter == '_';
}

bool is_port(std::string_view text) {
  std::uint16_t port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  return error == std::errc() && end == text.data() + text.size() && port != 0;
}

}  // namespace

bool is_name(std::string_view name) {
  return !name.empty() && name.size() <= longest_name && std::ranges::all_of(name, is_name_letter);
}

std::optional<std::string> name_of(std::string_view endpoint) {
  if (!endpoint.starts_with(scheme) || !is_name(endpoint.substr(scheme.size()))) return std::nullopt;
  return std::string(endpoint.substr(scheme.size()));
}

std::string endpoint_of(std::string_view name) { return std::string(scheme).append(name); }

std::string caller(std::uint32_t user, std::uint64_t number) {
  return endpoint_of(std::to_string(user)) + ':' + std::to_string(number);
}

bool is_caller(std::string_view endpoint) {
  const auto is_digit = [](char letter) { return letter >= '0' && letter <= '9'; };
  if (!endpoint.starts_with(scheme)) return false;
  const auto user = endpoint.substr(scheme.size(), endpoint.rfind(':') - scheme.size() + 1);
  const auto number = endpoint.substr(scheme.size() + user.size());
  return user.size() > 1 && !number.empty() && std::ranges::all_of(user.substr(0, user.size() - 1), is_digit) &&
         std::ranges::all_of(number, is_digit);
}

bool is_everybody(std::string_view endpoint) {
  const auto colon = endpoint.rfind(':');
  if (colon == endpoint.npos || !is_port(endpoint.substr(colon + 1))) return false;
  const auto address = endpoint.substr(0, colon);
  const bool bracketed = address.size() > 2 && address.front() == '[' && address.back() == ']';
  const std::string text(bracketed ? address.substr(1, address.size() - 2) : address);
  std::uint8_t octets[16] = {};
  if (inet_pton(bracketed ? AF_INET6 : AF_INET, text.c_str(), octets) != 1) return false;
  return bracketed ? octets[0] == 0xff : octets[0] >> 4 == 14;
}

}  // namespace p2pchat::local_transport
