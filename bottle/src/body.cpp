// SPDX-License-Identifier: MIT
#include "bottle/body.hpp"

#include <wire/json.hpp>

#include <algorithm>

namespace p2pchat::bottle {

std::size_t characters(std::string_view utf8) {
  return static_cast<std::size_t>(std::ranges::count_if(utf8, [](char c) { return (c & 0xc0) != 0x80; }));
}

bool is_drift_body(std::string_view text) {
  return !text.empty() && wire::is_utf8(text) && characters(text) <= most_characters;
}

}  // namespace p2pchat::bottle
