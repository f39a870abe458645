// SPDX-License-Identifier: MIT
#include "text/edit_buffer.hpp"
#include "text/glyphs.hpp"
#include "text/wrap.hpp"
#include "wire/json.hpp"

#include <gtest/gtest.h>

namespace p2pchat::terminal_ui {
namespace {

std::vector<std::string> rows_of(std::string_view text, int width) {
  std::vector<std::string> rows;
  for (const auto& row : wrap(text, width)) rows.emplace_back(text.substr(row.begin, row.end - row.begin));
  return rows;
}

using Rows = std::vector<std::string>;

TEST(Wrap, BreaksAfterSpacesAndInsideWordsThatAreTooLong) {
  EXPECT_EQ(rows_of("one two three", 8), (Rows{"one two", "three"}));
  EXPECT_EQ(rows_of("one two three", 7), (Rows{"one two", "three"}));
  EXPECT_EQ(rows_of("abcdefghij", 4), (Rows{"abcd", "efgh", "ij"}));
  EXPECT_EQ(rows_of("a abcdefgh", 4), (Rows{"a", "abcd", "efgh"}));
  EXPECT_EQ(rows_of("", 4), Rows{""});
  EXPECT_EQ(rows_of("a\n\nb\n", 4), (Rows{"a", "", "b", ""}));
}

TEST(Wrap, BreaksChineseAnywhereButNotBeforeClosingPunctuation) {
  EXPECT_EQ(rows_of("今天天气很好", 5), (Rows{"今天", "天气", "很好"}));
  EXPECT_EQ(rows_of("今天天气，很好", 8), (Rows{"今天天", "气，很好"}));
  EXPECT_EQ(rows_of(" x）", 2), (Rows{" x", "）"})) << "there is no other way";
  EXPECT_EQ(rows_of("ab今天", 4), (Rows{"ab今", "天"}));
}

TEST(Wrap, NeverTakesMoreCellsThanThereAreAndLosesNothingButBreaks) {
  const std::string text = "The 快 brown 狐狸, jumped over 👨‍👩‍👧 and 1234567890123456789。end";
  for (int width = 2; width < 40; ++width) {
    std::string joined;
    for (const auto& row : rows_of(text, width)) {
      EXPECT_LE(columns(row), width) << width << ": " << row;
      joined += row;
    }
    const auto bare = [](std::string s) { return std::erase(s, ' '), s; };
    EXPECT_EQ(bare(joined), bare(text)) << width;
  }
}

struct Editing : testing::Test {
  EditBuffer buffer;
  /// The text with a bar where the cursor stands.
  std::string seen() const {
    auto text = buffer.text();
    return text.insert(buffer.cursor(), "|");
  }
};

TEST_F(Editing, GoesWordByWordHoweverLongTheyAreAndNeverIntoACharacter) {
  buffer.set(std::string(60'000, 'x') + " yy");
  buffer.word_left();
  EXPECT_EQ(buffer.cursor(), 60'001U);
  buffer.erase_word_left();
  EXPECT_EQ(seen(), "|yy");
  buffer.set("ab \u0301cd");
  buffer.word_left();
  EXPECT_EQ(seen(), "ab| \u0301cd") << "a mark belongs to the space before it";
}

TEST_F(Editing, MovesAndErasesByWhatAPersonSeesAsACharacter) {
  buffer.set("a👨‍👩‍👧e\u0301你");
  buffer.left();
  EXPECT_EQ(seen(), "a👨‍👩‍👧e\u0301|你");
  buffer.erase_left();
  buffer.erase_left();
  EXPECT_EQ(seen(), "a|你");
  buffer.erase_right();
  buffer.erase_right();
  EXPECT_EQ(seen(), "a|");
  buffer.left(), buffer.left();
  buffer.erase_left();
  EXPECT_EQ(seen(), "|a");
}

TEST_F(Editing, MovesAndErasesByWordsAndLines) {
  buffer.set("one two\nthree four");
  buffer.word_left();
  EXPECT_EQ(seen(), "one two\nthree |four");
  buffer.home();
  buffer.word_right();
  EXPECT_EQ(seen(), "one two\nthree| four");
  buffer.erase_word_left();
  EXPECT_EQ(seen(), "one two\n| four");
  buffer.erase_to_end();
  buffer.erase_left();
  buffer.erase_to_home();
  EXPECT_EQ(seen(), "|");
  buffer.erase_to_home(), buffer.erase_to_end(), buffer.erase_word_left();
  EXPECT_EQ(seen(), "|");
}

TEST_F(Editing, MovesBetweenTheRowsOfAWrappedText) {
  buffer.set("你好 hello\nab");
  EXPECT_TRUE(buffer.up(5));
  EXPECT_EQ(seen(), "你好 he|llo\nab");
  EXPECT_TRUE(buffer.up(5));
  EXPECT_EQ(seen(), "你|好 hello\nab");
  EXPECT_FALSE(buffer.up(5));
  EXPECT_TRUE(buffer.down(5));
  EXPECT_TRUE(buffer.down(5));
  EXPECT_FALSE(buffer.down(5));
}

TEST_F(Editing, TakesPastedTextWithoutWhatMovesATerminal) {
  buffer.insert("a\r\nb\rc\x1b[31m\x07\td\xff\u009b");
  EXPECT_EQ(buffer.text(), "a\nb\nc[31m\td\uFFFD");
}

TEST_F(Editing, HoldsNoMoreThanItsLimitAndCutsNoCharacter) {
  buffer.insert(std::string(EditBuffer::longest - 2, 'x'));
  buffer.insert("y你z");
  EXPECT_EQ(buffer.text().size(), EditBuffer::longest - 1);
  EXPECT_TRUE(wire::is_utf8(buffer.text()));
}

}  // namespace
}  // namespace p2pchat::terminal_ui
