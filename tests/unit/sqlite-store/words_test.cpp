// SPDX-License-Identifier: MIT
#include "characters.hpp"
#include "search_index.hpp"

#include <gtest/gtest.h>

namespace p2pchat::sqlite_store {
namespace {

std::vector<char32_t> characters(std::string_view text) {
  std::vector<char32_t> all;
  for (std::size_t at = 0; at < text.size();) all.push_back(next_character(text, at));
  return all;
}

TEST(Characters, AreReadFromUtf8OfEveryLength) {
  EXPECT_EQ(characters("aé中🙂"), (std::vector<char32_t>{U'a', U'é', U'中', U'🙂'}));
}

TEST(Characters, ThatAreBrokenAreSkippedByteByByte) {
  EXPECT_EQ(characters("\xE4\xB8"
                       "a"),
            (std::vector<char32_t>{0xFFFD, 0xFFFD, U'a'}));
  EXPECT_EQ(characters("\xF0\x9F\x99"), (std::vector<char32_t>{0xFFFD, 0xFFFD, 0xFFFD}));
  EXPECT_EQ(characters("\xFF\x80\xC0"), (std::vector<char32_t>{0xFFFD, 0xFFFD, 0xFFFD}));
}

TEST(Characters, OfScriptsWithoutSpacesStandAlone) {
  for (const char32_t c : U"中𠮷〇あんカー안ᄀㄅ🙂🎉☀豈ｱ")
    EXPECT_TRUE(stands_alone(c) || c == 0) << std::hex << unsigned(c);
}

TEST(Characters, OfWordsAndBetweenThemDoNot) {
  for (const char32_t c : U"aZ09éяאعไ ，。、「」！？…—·㊗") {
    if (c == U'㊗') continue;  // an enclosed ideograph is left to unicode61
    EXPECT_FALSE(stands_alone(c)) << std::hex << unsigned(c);
  }
  EXPECT_FALSE(stands_alone(0x1F3FB)) << "a skin tone belongs to what is before it";
  EXPECT_FALSE(stands_alone(0xFE0F));
}

TEST(MatchExpression, QuotesEachTextBetweenSpaces) {
  EXPECT_EQ(match_expression("one two"), " \"one\" \"two\"*");
  EXPECT_EQ(match_expression("  one\t\ntwo  "), " \"one\" \"two\"*");
  EXPECT_EQ(match_expression("say \"hi\""), " \"say\" \"\"\"hi\"\"\"*");
  EXPECT_EQ(match_expression("a OR b* -c"), " \"a\" \"OR\" \"b*\" \"-c\"*");
}

TEST(MatchExpression, AsksForAFinalCharacterThatStandsAloneExactly) {
  EXPECT_EQ(match_expression("中文"), " \"中文\"");
  EXPECT_EQ(match_expression("中文 ab"), " \"中文\" \"ab\"*");
}

TEST(MatchExpression, OfNothingIsNothing) {
  EXPECT_EQ(match_expression(""), "");
  EXPECT_EQ(match_expression(" \t "), "");
  EXPECT_EQ(match_expression(std::string_view("\0", 1)), "");
}

}  // namespace
}  // namespace p2pchat::sqlite_store
