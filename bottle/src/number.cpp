// SPDX-License-Identifier: MIT
#include "bottle/number.hpp"

#include <charconv>
#include <string>

namespace p2pchat::bottle {

sdk::Status read_number(sdk::Host& host, const Number& number) {
  std::string text;
  sdk::OutTo out(text);
  if (!host.config(number.key, out)) return {};
  std::uint32_t value = 0;
  const auto* end = text.data() + text.size();
  const auto [at, error] = std::from_chars(text.data(), end, value);
  if (error != std::errc{} || at != end || value < number.least || value > number.most)
    return {sdk::Errc::invalid, std::string(number.key) + " is a number from " + std::to_string(number.least) + " to " +
                                    std::to_string(number.most)};
  number.value = value;
  return {};
}

}  // namespace p2pchat::bottle
