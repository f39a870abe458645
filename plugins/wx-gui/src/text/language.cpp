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

std::optional<std::vector<std::pair<std::string_view, std::string_view>>> pieces_of(std::string_view pattern,
                                                                                    std::string_view text) {
  std::vector<std::pair<std::string_view, std::string_view>> pieces;
  for (std::string_view name;;) {
    const auto open = pattern.find('{');
    const auto fixed = pattern.substr(0, open);
    const bool is_last = open == pattern.npos;
    const bool takes_rest = is_last && fixed.empty() && !name.empty();
    const auto at = takes_rest ? text.size() : is_last && !name.empty() ? text.rfind(fixed) : text.find(fixed);
    if (at == text.npos || (name.empty() && at != 0)) return std::nullopt;
    if (!name.empty()) pieces.emplace_back(name, text.substr(0, at));
    text.remove_prefix(at + fixed.size());
    if (is_last) break;
    const auto close = pattern.find('}', open);
    if (close == pattern.npos) return std::nullopt;
    name = pattern.substr(open + 1, close - open - 1);
    pattern.remove_prefix(close + 1);
  }
  if (!text.empty()) return std::nullopt;
  return pieces;
}

std::string English::count(const char* one, const char* many, std::uint64_t n) const {
  return fill(n == 1 ? one : many, {{"n", std::to_string(n)}});
}

}  // namespace p2pchat::wx_gui
