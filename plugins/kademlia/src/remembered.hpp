// SPDX-License-Identifier: MIT
#pragma once
#include "contact.hpp"

#include <optional>
#include <string>

namespace p2pchat::kademlia {

/// The table in which contacts that answered are written down, each under its id.
inline constexpr char remembered_table[] = "contacts";

/// What is written of one: `milliseconds address`.
struct Remembered {
  Address address;
  std::uint64_t seen_ms = 0;  ///< when it answered last, since 1970
};

std::string to_text(const Remembered& remembered);
/// Nothing when it is no such line, or nobody can be at that address.
std::optional<Remembered> parse_remembered(std::string_view text);

}  // namespace p2pchat::kademlia
