// SPDX-License-Identifier: MIT
#include "remembered.hpp"

#include <charconv>

namespace p2pchat::kademlia {

std::string to_text(const Remembered& remembered) {
  return std::to_string(remembered.seen_ms) + ' ' + to_text(remembered.address);
}

std::optional<Remembered> parse_remembered(std::string_view text) {
  const auto space = text.find(' ');
  if (space == text.npos) return std::nullopt;
  const auto address = parse_address(text.substr(space + 1));
  if (!address || !is_usable(*address)) return std::nullopt;
  Remembered remembered{*address};
  std::from_chars(text.data(), text.data() + space, remembered.seen_ms);  // unreadable: seen longest ago
  return remembered;
}

}  // namespace p2pchat::kademlia
