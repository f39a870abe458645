// SPDX-License-Identifier: MIT
#include "bottle/member.hpp"

#include <wire/base64.hpp>
#include <wire/hex.hpp>

#include <charconv>

namespace p2pchat::bottle {

std::optional<std::uint64_t> decimal_member(const wire::JsonValue& object, std::string_view name) {
  const auto text = object.string(name);
  if (!text || text->empty() || (text->size() > 1 && text->front() == '0')) return std::nullopt;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), value);
  if (error != std::errc() || end != text->data() + text->size()) return std::nullopt;
  return value;
}

std::optional<Id> id_member(const wire::JsonValue& object, std::string_view name) {
  const auto text = object.string(name);
  return text ? wire::id_from_hex(*text) : std::nullopt;
}

std::optional<Octets> octets_member(const wire::JsonValue& object, std::string_view name, std::size_t most) {
  const auto text = object.string(name);
  if (!text || text->empty() || text->size() > (most + 2) / 3 * 4) return std::nullopt;
  auto octets = wire::base64_decode(*text, wire::Alphabet::standard);
  if (!octets || octets->size() > most) return std::nullopt;
  return octets;
}

std::string base64(const Octets& octets) {
  std::string text;
  wire::base64_encode(octets, wire::Alphabet::standard, text);
  return text;
}

}  // namespace p2pchat::bottle
