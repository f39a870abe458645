// SPDX-License-Identifier: MIT
#pragma once
#include <cstddef>
#include <string_view>

namespace p2pchat::sqlite_store {

/// Reads the character at `at` and moves on; what is not UTF-8 reads as U+FFFD, one byte at a time.
char32_t next_character(std::string_view text, std::size_t& at);

/// Whether a character is a word by itself to a search: Han, kana, hangul, bopomofo, pictographs.
bool stands_alone(char32_t c);

}  // namespace p2pchat::sqlite_store
