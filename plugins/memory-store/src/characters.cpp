// SPDX-License-Identifier: MIT
#include "characters.hpp"

#include <algorithm>
#include <iterator>

namespace p2pchat::memory_store {
namespace {

struct Range {
  char32_t first, last;
};

// Sorted. Scripts that write words without spaces between them, and pictographs.
constexpr Range alone[] = {
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

// Sorted. Beyond ASCII, what separates words; everything else there is a letter.
constexpr Range separators[] = {
    {0x80, 0xA9},     {0xAB, 0xB1},       {0xB4, 0xB4},       {0xB6, 0xB8},     {0xBB, 0xBB},     {0xBF, 0xBF},
    {0xD7, 0xD7},     {0xF7, 0xF7},       {0x2000, 0x206F},   {0x20A0, 0x20CF}, {0x2190, 0x245F}, {0x2500, 0x2BFF},
    {0x3000, 0x303F}, {0xFE00, 0xFE6F},   {0xFF01, 0xFF0F},   {0xFF1A, 0xFF20}, {0xFF3B, 0xFF40}, {0xFF5B, 0xFF65},
    {0xFFE0, 0xFFFF}, {0x1F3FB, 0x1F3FF}, {0xE0000, 0x10FFFF}};

template <std::size_t N>
bool within(const Range (&ranges)[N], char32_t c) {
  const auto* after = std::upper_bound(std::begin(ranges), std::end(ranges), c,
                                       [](char32_t value, const Range& range) { return value < range.first; });
  return after != std::begin(ranges) && c <= std::prev(after)->last;
}

bool between(char32_t c, char32_t first, char32_t last) { return first <= c && c <= last; }

}  // namespace

char32_t next_character(std::string_view text, std::size_t& at) {
  const auto octet = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = octet(at);
  const std::size_t length = lead < 0x80 ? 1 : between(lead, 0xC2, 0xDF) ? 2 : between(lead, 0xE0, 0xEF) ? 3 : 4;
  char32_t c = length == 1 ? lead : lead & (0x7FU >> length);
  bool valid = (lead < 0x80 || between(lead, 0xC2, 0xF4)) && at + length <= text.size();
  for (std::size_t i = 1; valid && i < length; ++i) {
    valid = (octet(at + i) & 0xC0) == 0x80;
    c = c << 6 | (octet(at + i) & 0x3F);
  }
  at += valid ? length : 1;
  return valid ? c : 0xFFFD;
}

Character class_of(char32_t c) {
  if (c < 0x80) {
    const bool letter = between(c, '0', '9') || between(c, 'a', 'z') || between(c, 'A', 'Z');
    return letter ? Character::letter : Character::separator;
  }
  if (within(alone, c)) return Character::alone;
  return within(separators, c) ? Character::separator : Character::letter;
}

char32_t small(char32_t c) {
  const bool by_32 = between(c, 'A', 'Z') || (between(c, 0xC0, 0xDE) && c != 0xD7) || between(c, 0x391, 0x3A9) ||
                     between(c, 0x410, 0x42F);
  if (by_32) return c + 32;
  if (between(c, 0x400, 0x40F)) return c + 80;
  if (between(c, 0x100, 0x137) || between(c, 0x14A, 0x177)) return c | 1;
  return c;
}

void append(std::string& text, char32_t c) {
  const auto tail = [&](int shift) { text += static_cast<char>(0x80 | (c >> shift & 0x3F)); };
  if (c < 0x80) {
    text += static_cast<char>(c);
  } else if (c < 0x800) {
    text += static_cast<char>(0xC0 | c >> 6), tail(0);
  } else if (c < 0x10000) {
    text += static_cast<char>(0xE0 | c >> 12), tail(6), tail(0);
  } else {
    text += static_cast<char>(0xF0 | c >> 18), tail(12), tail(6), tail(0);
  }
}

}  // namespace p2pchat::memory_store
