// SPDX-License-Identifier: MIT
#include "cipher/settings.hpp"

#include <charconv>
#include <string>

namespace p2pchat::cipher {

Status read_number(sdk::Host& host, std::string_view key, unsigned least, unsigned most, unsigned& value) {
  std::string text;
  sdk::OutTo out(text);
  if (!host.config(key, out)) return {};
  unsigned number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error == std::errc() && end == text.data() + text.size() && number >= least && number <= most) {
    value = number;
    return {};
  }
  return {Errc::invalid, "setting `" + std::string(key) + "` must be a number from " + std::to_string(least) + " to " +
                             std::to_string(most)};
}

}  // namespace p2pchat::cipher
