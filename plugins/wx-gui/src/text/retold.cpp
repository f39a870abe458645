// SPDX-License-Identifier: MIT
#include "text/retold.hpp"

namespace p2pchat::wx_gui {

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

std::optional<std::string> retold(std::string_view text, std::span<const Retold> all) {
  for (const auto& [sentence, words] : all)
    if (const auto pieces = pieces_of(sentence, text)) return fill(words, *pieces);
  return std::nullopt;
}

}  // namespace p2pchat::wx_gui
