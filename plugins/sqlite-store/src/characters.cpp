// SPDX-License-Identifier: MIT
#include "characters.hpp"

#include <algorithm>
#include <iterator>

namespace p2pchat::sqlite_store {
namespace {

struct CharacterRange {
  char32_t first, last;
};

// Sorted. Scripts that write words without spaces between them, and pictographs.
constexpr CharacterRange alone[] = {
    {0x1100, 0x11FF},    // hangul jamo
    {0x2600, 0x27BF},    // symbols and dingbats
    {0x2E80, 0x2FDF},    // radicals
    {0x3005, 0x3007},    // ideographic marks
    {0x3021, 0x3029},    // numerals
    {0x3038, 0x303B},    // numerals and marks
    {0x3041, 0x3096},    // hiragana
    {0x309D, 0x309F},    // hiragana marks
    {0x30A1, 0x30FA},    // katakana
    {0x30FC, 0x318F},    // katakana marks, bopomofo, compatibility jamo
    {0x31A0, 0x31BF},    // bopomofo
    {0x31F0, 0x31FF},    // katakana extensions
    {0x3400, 0x4DBF},    // Han, extension A
    {0x4E00, 0x9FFF},    // Han
    {0xA960, 0xA97F},    // hangul jamo
    {0xAC00, 0xD7FF},    // hangul
    {0xF900, 0xFAFF},    // Han, compatibility
    {0xFF66, 0xFFDC},    // half-width katakana and hangul
    {0x1F000, 0x1F3FA},  // pictographs, without the skin tones that modify them
    {0x1F400, 0x1FAFF},  // pictographs
    {0x20000, 0x3FFFF},  // Han, extensions B and later
};

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = octet(at);
  const std::size_t length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
  bool valid = (lead < 0x80 || (lead >= 0xC2 && lead <= 0xF4)) && at + length <= text.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    valid = (octet(at + i) & 0xC0) == 0x80;
    c = c << 6 | (octet(at + i) & 0x3F);
  }
  at += valid ? length : 1;
  return valid ? c : 0xFFFD;
}

bool stands_alone(char32_t c) {
  const auto* after = std::upper_bound(std::begin(alone), std::end(alone), c,
                                       [](char32_t value, const CharacterRange& range) { return value < range.first; });
  return after != std::begin(alone) && c <= std::prev(after)->last;
}

}  // namespace p2pchat::sqlite_store
