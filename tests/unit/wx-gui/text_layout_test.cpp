// SPDX-License-Identifier: MIT
#include "canvas/text_layout.hpp"

#include "canvas/row_shape.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

/// Letters are 10 wide, everything from Han on 20, joiners and marks nothing.
struct Plain final : TextMeasure {
  std::size_t longest = 0;
  std::vector<double> ends(std::u32string_view line) override {
    longest = std::max(longest, line.size());
    std::vector<double> ends;
    double at = 0;
    for (const char32_t c : line) {
      if (c != 0x200D && c != 0x301 && c != 0xFE0F) at += c >= 0x2E80 ? 20 : 10;
      ends.push_back(at);
    }
    return ends;
  }
  double line_height(std::u32string_view) override { return 16; }
};

std::vector<std::u32string> lines_of(std::string_view text, double width) {
  Plain measure;
  const auto layout = lay_out(text, width, measure);
  std::vector<std::u32string> lines;
  for (const auto& line : layout.lines) lines.push_back(layout.text.substr(line.begin, line.end - line.begin));
  return lines;
}

using Lines = std::vector<std::u32string>;

TEST(LineBreaks, BreakAtSpacesAndLeaveThemOut) {
  EXPECT_EQ(lines_of("the sea is kind", 80), (Lines{U"the sea", U"is kind"}));
}

TEST(LineBreaks, BreakBetweenIdeographs) {
  EXPECT_EQ(lines_of("早昨晚我在海滩", 70), (Lines{U"早昨晚", U"我在海", U"滩"}));
}

TEST(LineBreaks, LeaveClosingPunctuationWithWhatItCloses) {
  EXPECT_EQ(lines_of("明天见，好吗", 70), (Lines{U"明天", U"见，好", U"吗"}));
}

TEST(LineBreaks, LeaveOpeningPunctuationWithWhatItOpens) {
  EXPECT_EQ(lines_of("他说“好”", 60), (Lines{U"他说", U"“好”"}));
}

TEST(LineBreaks, BreakAWordThatIsTooLongWhereItMustBe) {
  EXPECT_EQ(lines_of("abcdefghij", 40), (Lines{U"abcd", U"efgh", U"ij"}));
}

TEST(LineBreaks, NeverBreakInsideAFamilyAFlagOrAnAccent) {
  EXPECT_EQ(lines_of("👨‍👩‍👧👨‍👩‍👧", 70),
            (Lines{U"👨‍👩‍👧", U"👨‍👩‍👧"}));
  EXPECT_EQ(lines_of("🇨🇳🇨🇳", 50), (Lines{U"🇨🇳", U"🇨🇳"}));
  EXPECT_EQ(lines_of("e\u0301e\u0301", 15), (Lines{U"e\u0301", U"e\u0301"}));
}

TEST(LineBreaks, KeepEmptyLinesAndNewlines) { EXPECT_EQ(lines_of("a\n\nb", 100), (Lines{U"a", U"", U"b"})); }

TEST(LineBreaks, TakeMalformedUtf8) { EXPECT_EQ(lines_of("a\xFF", 100), (Lines{U"a\uFFFD"})); }

TEST(TextLayout, MeasuresAVeryLongLineInPieces) {
  Plain measure;
  const auto layout = lay_out(std::string(64 * 1024, 'x'), 500, measure);
  EXPECT_LE(measure.longest, 2000U);
  EXPECT_EQ(layout.lines.size(), (64U * 1024 + 49) / 50);
  EXPECT_EQ(layout.width, 500);
}

TEST(RowShape, PutsMineAtTheRightAndTheirsBesideTheirPicture) {
  RowParts parts{.incoming = true, .text_width = 100, .text_height = 20, .meta_width = 40, .small_height = 12};
  const auto theirs = shape_of(parts, 800, 1);
  EXPECT_EQ(theirs.picture.x, 24);
  EXPECT_EQ(theirs.bubble.x, 72);
  EXPECT_GT(theirs.meta.x, theirs.bubble.x + theirs.bubble.width);
  parts.incoming = false;
  const auto mine = shape_of(parts, 800, 1);
  EXPECT_EQ(mine.bubble.x + mine.bubble.width, 800 - 24);
  EXPECT_LT(mine.meta.x + mine.meta.width, mine.bubble.x);
  EXPECT_EQ(mine.picture.width, 0);
}

TEST(RowShape, MakesRoomForThePillTheReasonAndTheButton) {
  RowParts parts{.text_width = 100, .text_height = 20};
  const auto plain = shape_of(parts, 800, 1);
  parts.day = true;
  const auto with_day = shape_of(parts, 800, 1);
  EXPECT_GT(with_day.height, plain.height);
  parts.reason_width = 150, parts.reason_height = 16, parts.action_width = 60;
  const auto failed = shape_of(parts, 800, 1);
  EXPECT_GT(failed.height, with_day.height + 16);
  EXPECT_GE(failed.action.y, failed.reason.y + failed.reason.height);
  EXPECT_LE(failed.action.y + failed.action.height, failed.bubble.y + failed.bubble.height);
}

TEST(RowShape, KeepsEverythingInsideANarrowRow) {
  const auto room = text_room(420, 1);
  RowParts parts{.incoming = true, .text_width = room, .text_height = 20, .meta_width = 110, .small_height = 12};
  const auto shape = shape_of(parts, 420, 1);
  EXPECT_LE(shape.meta.x + shape.meta.width, 420);
}

}  // namespace
}  // namespace p2pchat::wx_gui
