// SPDX-License-Identifier: MIT
#include "presented.hpp"
#include "text/glyphs.hpp"
#include "wire/json.hpp"

#include <gtest/gtest.h>

namespace p2pchat::terminal_ui {
namespace {

TEST(Visible, ShowsControlCharactersInsteadOfObeyingThem) {
  EXPECT_EQ(visible("a\x1b[31mb\x07"), "a␛[31mb␇");
  EXPECT_EQ(visible(std::string_view("\0", 1)), "␀");
  EXPECT_EQ(visible("\x7f"), "␡");
  EXPECT_EQ(visible("\u009b31m"), "<U+009B>31m");
}

TEST(Visible, ShowsWhatWouldTurnTheTextAround) {
  EXPECT_EQ(visible("photo\u202Egpj.exe"), "photo<U+202E>gpj.exe");
  EXPECT_EQ(visible("\u2066a\u2069"), "<U+2066>a<U+2069>");
  EXPECT_EQ(visible("a\u2028b\u200Bc\U000E0041"), "a<U+2028>b<U+200B>c<U+0E0041>");
}

TEST(Visible, KeepsNewlinesAndWhatScriptsNeed) {
  EXPECT_EQ(visible("你好\n\t🙂 می\u200Cخواهم"), "你好\n    🙂 می\u200Cخواهم");
  EXPECT_EQ(visible("👨\u200D👩"), "👨\u200D👩");
}

TEST(Visible, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(visible("a\xff\xc3"), "a\uFFFD\uFFFD");
  EXPECT_EQ(visible("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate is not a character";
}

TEST(Visible, OnOneLineShowsTheEndOfEachLine) { EXPECT_EQ(visible_line("a\nb\tc"), "a⏎b    c"); }

TEST(Visible, EveryPairOfOctetsBecomesUtf8WithoutControls) {
  for (int first = 0; first < 256; ++first)
    for (int second = 0; second < 256; ++second) {
      const auto text = visible_line(std::string{static_cast<char>(first), static_cast<char>(second)});
      ASSERT_TRUE(wire::is_utf8(text));
      for (const unsigned char c : text) ASSERT_TRUE(c >= 0x20 && c != 0x7F);
      ASSERT_FALSE(text.starts_with("\xC2") && static_cast<unsigned char>(text[1]) < 0xA0);
    }
}

TEST(Columns, CountTheCellsOfATerminal) {
  EXPECT_EQ(columns("abc"), 3);
  EXPECT_EQ(columns("你好"), 4);
  EXPECT_EQ(columns("ｆ"), 2);
  EXPECT_EQ(columns("e\u0301"), 1);
  EXPECT_EQ(columns("🙂"), 2);
  EXPECT_EQ(columns("한국"), 4);
  EXPECT_EQ(columns("…✓·"), 3);
  EXPECT_EQ(columns(""), 0);
}

TEST(Columns, OfEmojiSequencesAreThoseOfTheirParts) {
  EXPECT_EQ(columns("👨\u200D👩\u200D👧"), 6);
  EXPECT_EQ(columns("👍🏽"), 2);
  EXPECT_EQ(columns("❤\uFE0F"), 1);
  EXPECT_EQ(columns("🇨🇳"), 2);
  EXPECT_EQ(columns("1\uFE0F\u20E3"), 1);
}

TEST(Glyphs, LeaveOutOfThePictureWhatTerminalsDisagreeOn) {
  const auto found = glyphs("👍🏽!");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "👍");
  EXPECT_EQ(found[0].end, std::string_view("👍🏽").size()) << "the source is covered whole";
}

TEST(Glyphs, HoldAtMostThreeMarks) {
  std::string zalgo = "a";
  for (int i = 0; i < 100; ++i) zalgo += "\u0301";
  const auto found = glyphs(zalgo + "b");
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].text, "a\u0301\u0301\u0301");
}

TEST(Glyphs, GiveALoneMarkAPlaceToStand) { EXPECT_EQ(columns("\u0301a"), 2); }

TEST(Graphemes, AreWhatTheCursorMovesOver) {
  const std::string text = "a👨\u200D👩\u200D👧e\u0301你🇨🇳\n";
  std::vector<std::string> parts;
  for (std::size_t at = 0; at < text.size();) {
    const auto end = next_grapheme(text, at);
    EXPECT_EQ(previous_grapheme(text, end), at);
    parts.push_back(text.substr(at, end - at));
    at = end;
  }
  EXPECT_EQ(parts, (std::vector<std::string>{"a", "👨\u200D👩\u200D👧", "e\u0301", "你", "🇨🇳", "\n"}));
}

TEST(Clipped, EndsInAnEllipsisOnlyWhenSomethingIsMissing) {
  EXPECT_EQ(clipped("hello", 5), "hello");
  EXPECT_EQ(clipped("hello!", 5), "hell…");
  EXPECT_EQ(clipped("你好吗", 5), "你好…");
  EXPECT_EQ(clipped("你好吗", 4), "你…");
  EXPECT_EQ(clipped("abc", 0), "");
}

TEST(Padded, HasExactlyTheWidthAskedFor) {
  for (const auto* text : {"", "a", "你好你好", "hello world", "👍🏽👍🏽👍🏽👍🏽"})
    EXPECT_EQ(columns(padded(text, 7)), 7) << text;
}

}  // namespace
}  // namespace p2pchat::terminal_ui
