// SPDX-License-Identifier: MIT
#pragma once
#include "bottle/member.hpp"
#include "note.hpp"

namespace p2pchat::bottle {

/// Gas: a JSON number from 0 to 5.
inline std::optional<std::uint32_t> gas_member(const wire::JsonValue& object) {
  const auto gas = object.integer("gas");
  if (!gas || *gas > most_gas) return std::nullopt;
  return static_cast<std::uint32_t>(*gas);
}

}  // namespace p2pchat::bottle
