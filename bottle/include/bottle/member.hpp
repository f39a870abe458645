// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/octets.hpp"

#include <wire/json.hpp>

#include <optional>

namespace p2pchat::bottle {

/// Members of a JSON object in their one written form; anything else is nothing.
/// A decimal number as `std::to_string` writes it: no sign, no leading zero, below 2^64.
std::optional<std::uint64_t> decimal_member(const wire::JsonValue& object, std::string_view name);
/// 64 lowercase hex digits.
std::optional<Id> id_member(const wire::JsonValue& object, std::string_view name);
/// Octets in standard base64: at least one, at most `most`.
std::optional<Octets> octets_member(const wire::JsonValue& object, std::string_view name, std::size_t most);

/// Standard base64 text of octets.
std::string base64(const Octets& octets);

}  // namespace p2pchat::bottle
