// SPDX-License-Identifier: MIT
#include "model/word_hits.hpp"

#include "presented.hpp"

#include <utf8proc.h>

namespace p2pchat::wx_gui {
namespace {

char32_t folded(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

/// Whether a word may go on with this character, so that another cannot begin after it.
bool joins(char32_t c) {
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LM) || category == UTF8PROC_CATEGORY_ND;
}

bool matches(std::u32string_view text, std::size_t at, std::u32string_view word) {
  if (text.size() - at < word.size() || (at > 0 && joins(text[at - 1]) && joins(word[0]))) return false;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (folded(text[at + i]) != word[i]) return false;
  return true;
}

}  // namespace

std::vector<std::u32string> search_words(std::string_view query) {
  std::vector<std::u32string> words(1);
  for (std::size_t at = 0; at < query.size();) {
    const auto point = code_point_at(query, at);
    at += point.length;
    if (point.value <= ' ')
      words.emplace_back();
    else
      words.back() += folded(point.value);
  }
  std::erase(words, std::u32string());
  return words;
}

std::vector<TextSpan> word_hits(std::u32string_view text, const std::vector<std::u32string>& words) {
  std::vector<TextSpan> hits;
  for (std::size_t at = 0; at < text.size(); ++at)
    for (const auto& word : words) {
      if (!matches(text, at, word)) continue;
      hits.push_back({at, at + word.size()});
      at += word.size() - 1;
      break;
    }
  return hits;
}

}  // namespace p2pchat::wx_gui
