// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace p2pchat::memory_store {

/// What a character is to a search.
enum class Character {
  separator,  ///< space, punctuation, symbols: between words
  letter,     ///< part of a word, with the letters beside it
  alone       ///< a word by itself: Han, kana, hangul, pictographs
};

/// Reads the character at `at` and moves on; what is not UTF-8 reads as U+FFFD, one byte at a time.
char32_t next_character(std::string_view text, std::size_t& at);

/// The class of a character.
Character class_of(char32_t c);

/// The small letter of a capital one: Latin, Greek and Cyrillic; any other character itself.
char32_t small(char32_t c);

/// Appends a character as UTF-8.
void append(std::string& text, char32_t c);

}  // namespace p2pchat::memory_store
