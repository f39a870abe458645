// SPDX-License-Identifier: MIT
#pragma once
#include <string_view>

namespace p2pchat::bottle {

/// Longest text of a drift bottle or an answer, in characters.
inline constexpr std::size_t most_characters = 1000;

/// How many characters a text has.
std::size_t characters(std::string_view utf8);

/// Whether a text may be the body of a drift bottle or an answer: UTF-8 of 1 to 1,000 characters.
bool is_drift_body(std::string_view text);

}  // namespace p2pchat::bottle
