// SPDX-License-Identifier: MIT
#include "presentation/safety_words.hpp"

#include "presentation/safety_word_lists.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace p2pchat::presentation {
namespace {

sdk::Id id(std::uint8_t first) {
  sdk::Id made;
  std::uint8_t value = first;
  for (auto& octet : made.b) octet = value++;
  return made;
}

TEST(SafetyWords, AreTheSameOnBothSides) {
  for (const auto list : {WordList::english, WordList::chinese}) {
    EXPECT_EQ(safety_words(id(1), id(200), list), safety_words(id(200), id(1), list));
    EXPECT_EQ(safety_words(id(1), id(200), list).size(), 16U);
  }
}

TEST(SafetyWords, StandForTheIdsOctetByOctet) {
  const auto words = safety_words(id(200), id(0), WordList::english);
  EXPECT_EQ(words[0], "anchor");
  EXPECT_EQ(words[1], "apple");
  EXPECT_EQ(words[8], english_words[200]);
  EXPECT_EQ(words[15], english_words[207]);
}

TEST(SafetyWords, ChangeWithEachOctetTheyStandFor) {
  for (std::size_t i = 0; i < 8; ++i) {
    auto other = id(1);
    other.b[i] ^= 1;
    EXPECT_NE(safety_words(other, id(200), WordList::english), safety_words(id(1), id(200), WordList::english)) << i;
  }
}

TEST(SafetyWords, AreAllDifferent) {
  for (const auto* list : {&english_words, &chinese_words}) {
    EXPECT_EQ(std::set<std::string_view>(list->begin(), list->end()).size(), 256U);
    EXPECT_TRUE(std::ranges::none_of(*list, [](auto word) { return word.empty(); }));
  }
}

TEST(SafetyCode, IsTheSameOnBothSidesAndOfTheWholeIds) {
  const auto code = safety_code(id(1), id(200));
  EXPECT_EQ(code, safety_code(id(200), id(1)));
  EXPECT_TRUE(is_safety_code(code, id(200), id(1)));
  for (const std::size_t at : {std::size_t{15}, code.size() - 1}) {
    auto other = code;
    other[at] = other[at] == 'f' ? 'e' : 'f';
    EXPECT_FALSE(is_safety_code(other, id(1), id(200))) << at;
  }
}

TEST(SafetyCode, MayHaveSpacesAndCapitals) {
  auto code = safety_code(id(1), id(200));
  std::ranges::transform(code, code.begin(),
                         [](char c) { return c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c; });
  EXPECT_TRUE(is_safety_code("  " + code.substr(0, 40) + " \n" + code.substr(40) + "\n", id(1), id(200)));
  EXPECT_FALSE(is_safety_code("", id(1), id(200)));
}

}  // namespace
}  // namespace p2pchat::presentation
