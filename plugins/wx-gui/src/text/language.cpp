// SPDX-License-Identifier: MIT
#include "text/language.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {

std::string fill(std::string_view pattern,
                 std::initializer_list<std::pair<std::string_view, std::string_view>> values) {
  return fill(pattern, std::span(values.begin(), values.size()));
}

std::string fill(std::string_view pattern, std::span<const std::pair<std::string_view, std::string_view>> values) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const auto open = pattern.find('{', at);
    const auto close = open == pattern.npos ? open : pattern.find('}', open);
    if (close == pattern.npos) return out += pattern.substr(at);
    out += pattern.substr(at, open - at);
    const auto name = pattern.substr(open + 1, close - open - 1);
    const auto found = std::find_if(values.begin(), values.end(), [&](const auto& each) { return each.first == name; });
    out += found == values.end() ? pattern.substr(open, close - open + 1) : found->second;
    at = close + 1;
  }
  return out;
}

std::string English::count(const char* one, const char* many, std::uint64_t n) const {
  return fill(n == 1 ? one : many, {{"n", std::to_string(n)}});
}

}  // namespace p2pchat::wx_gui
