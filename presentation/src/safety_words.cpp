// SPDX-License-Identifier: MIT
#include "presentation/safety_words.hpp"

#include "presentation/safety_word_lists.hpp"

#include <wire/hex.hpp>

#include <algorithm>

namespace p2pchat::presentation {
namespace {

constexpr std::size_t words_each = 8;
constexpr std::string_view prefix = "p2pchat-safety:";

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

std::string compared(std::string_view line) {
  std::string kept;
  for (const char c : line)
    if (!is_space(c)) kept += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return kept;
}

}  // namespace

std::vector<std::string_view> safety_words(const sdk::Id& mine, const sdk::Id& theirs, WordList list) {
  const auto& all = list == WordList::chinese ? chinese_words : english_words;
  std::vector<std::string_view> words;
  for (const auto& id : {std::min(mine, theirs), std::max(mine, theirs)})
    for (std::size_t i = 0; i < words_each; ++i) words.push_back(all[id.b[i]]);
  return words;
}

std::string safety_code(const sdk::Id& mine, const sdk::Id& theirs) {
  return std::string(prefix) + wire::to_hex(std::min(mine, theirs)) + wire::to_hex(std::max(mine, theirs));
}

bool is_safety_code(std::string_view line, const sdk::Id& mine, const sdk::Id& theirs) {
  return compared(line) == safety_code(mine, theirs);
}

}  // namespace p2pchat::presentation
