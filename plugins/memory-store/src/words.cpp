// SPDX-License-Identifier: MIT
#include "words.hpp"

#include "characters.hpp"

#include <algorithm>

namespace p2pchat::memory_store {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = next_character(text, at);
    const auto kind = class_of(character);
    if (kind == Character::alone || (kind == Character::letter && !inside)) words.emplace_back();
    inside = kind == Character::letter;
    if (kind != Character::separator) append(words.back(), small(character));
  }
  return words;
}

Query::Query(std::string_view words) {
  constexpr std::string_view spaces = " \t\r\n\v\f";
  while (true) {
    words.remove_prefix(std::min(words.find_first_not_of(spaces), words.size()));
    if (words.empty()) return;
    const auto word = words.substr(0, words.find_first_of(spaces));
    words.remove_prefix(word.size());
    auto phrase = words_of(word);
    last_is_beginning_ = !phrase.empty();
    if (last_is_beginning_) phrases_.push_back(std::move(phrase));
  }
}

bool Query::matches(std::string_view text) const {
  const auto words = words_of(text);
  for (const auto& phrase : phrases_) {
    const bool beginning = last_is_beginning_ && &phrase == &phrases_.back();
    const auto same = [&](const std::string& word, const std::string& wanted) {
      return word == wanted || (beginning && &wanted == &phrase.back() && word.starts_with(wanted));
    };
    if (std::search(words.begin(), words.end(), phrase.begin(), phrase.end(), same) == words.end()) return false;
  }
  return !phrases_.empty();
}

}  // namespace p2pchat::memory_store
