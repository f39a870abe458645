// SPDX-License-Identifier: MIT
#include "model/selection.hpp"

#include "model/word_hits.hpp"
#include "morning.hpp"

#include <gtest/gtest.h>
#include <time.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

/// Letters are 10 wide, joiners and marks nothing.
struct PlainMeasure final : TextMeasure {
  std::vector<double> ends(std::u32string_view line) override {
    std::vector<double> ends;
    double at = 0;
    for (const char32_t c : line) ends.push_back(at += c == 0x200D || c == 0x301 ? 0 : 10);
    return ends;
  }
  double line_height(std::u32string_view) override { return 16; }
};

struct Places : testing::Test {
  PlainMeasure measure;
  TextLayout layout = lay_out("the sea is kind", 80, measure);  // "the sea", "is kind"
};

TEST_F(Places, ABoundaryIsTheNearestOne) {
  EXPECT_EQ(boundary_at(layout, 4, 5, measure), 0U);
  EXPECT_EQ(boundary_at(layout, 6, 5, measure), 1U);
  EXPECT_EQ(boundary_at(layout, 500, 5, measure), 7U);
  EXPECT_EQ(boundary_at(layout, -20, 20, measure), 8U);
}

TEST_F(Places, APointAboveOrBelowIsTheBeginningOrTheEnd) {
  EXPECT_EQ(boundary_at(layout, 40, -1, measure), 0U);
  EXPECT_EQ(boundary_at(layout, 40, 32, measure), 15U);
}

TEST_F(Places, OnlyAPointOnACharacterIsOnOne) {
  EXPECT_EQ(character_at(layout, 4, 20, measure), 8U);
  EXPECT_EQ(character_at(layout, 75, 20, measure), layout.text.size());
  EXPECT_EQ(character_at(layout, -1, 20, measure), layout.text.size());
}

TEST_F(Places, APartOverTwoLinesHasTwoBoxes) {
  const auto boxes = boxes_of(layout, {4, 10}, measure);
  ASSERT_EQ(boxes.size(), 2U);
  EXPECT_EQ(boxes[0].x, 40);
  EXPECT_EQ(boxes[0].width, 30);
  EXPECT_EQ(boxes[1].x, 0);
  EXPECT_EQ(boxes[1].y, 16);
  EXPECT_EQ(boxes[1].width, 20);
}

TEST(Boundaries, NeverCutWhatIsReadAsOneCharacter) {
  const std::u32string_view family = U"a\U0001F468\u200D\U0001F469b";
  EXPECT_EQ(boundary_after(family, 1), 4U);
  EXPECT_EQ(boundary_before(family, 4), 1U);
  EXPECT_EQ(boundary_before(family, 0), 0U);
  EXPECT_EQ(boundary_after(family, 5), 5U);
}

TEST(Words, AreLettersThatStandTogetherOrOneIdeograph) {
  EXPECT_EQ(word_at(U"the sea, 海边", 5), (TextSpan{4, 7}));
  EXPECT_EQ(word_at(U"the sea, 海边", 7), (TextSpan{7, 8}));
  EXPECT_EQ(word_at(U"the sea, 海边", 9), (TextSpan{9, 10}));
}

struct Selecting : testing::Test {
  std::vector<Message> messages;
  void SetUp() override {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    for (const auto* text : {"早上好", "good morning", "see you"}) {
      Message message;
      message.place = messages.size() + 10;
      message.time_ms = morning + messages.size() * 60'000;
      message.direction = messages.size() == 1 ? sdk::Direction::outgoing : sdk::Direction::incoming;
      message.body = text;
      messages.push_back(message);
    }
  }
  std::string copied(const Selection& selection) {
    return selected_text(messages, selection,
                         [](const Message& message) { return message.incoming() ? "小明" : "me"; });
  }
};

TEST_F(Selecting, OfOneMessageOnlyTheTextIsCopied) {
  EXPECT_EQ(copied({{10, 1}, {10, 3}}), "上好");
  EXPECT_EQ(copied({{10, 3}, {10, 1}}), "上好");
  EXPECT_EQ(copied(Selection::messages(11, 11)), "good morning");
}

TEST_F(Selecting, OfSeveralEachSaysWhoAndWhen) {
  const auto all = "[2025-11-25 10:00] 小明: 上好\n[2025-11-25 10:01] me: good morning\n[2025-11-25 10:02] 小明: see\n";
  EXPECT_EQ(copied({{10, 1}, {12, 3}}), all);
  EXPECT_EQ(copied({{12, 3}, {10, 1}}), all);
}

TEST_F(Selecting, WhatItOnlyTouchesIsNotCopied) {
  EXPECT_EQ(copied({{10, 3}, {11, 4}}), "[2025-11-25 10:01] me: good\n");
}

TEST_F(Selecting, WholeMessagesGoEitherWay) {
  EXPECT_EQ(Selection::messages(12, 10).of(10, 7), (TextSpan{0, 7}));
  EXPECT_EQ(Selection::messages(10, 12).of(12, 7), (TextSpan{0, 7}));
  EXPECT_TRUE(Selection::messages(10, 12).of(13, 7).empty());
  EXPECT_TRUE(Selection{}.empty());
}

TEST_F(Selecting, TricksInATextAreCopiedAsTheyAreShown) {
  messages[0].body = "a\u202Eb";
  EXPECT_EQ(copied(Selection::messages(10, 10)), "a<U+202E>b");
}

using Spans = std::vector<TextSpan>;

TEST(WordHits, AreFoundWhateverTheCaseFromTheBeginningOfAWord) {
  const std::u32string_view text = U"The sea, other SEAS and the Thé";
  EXPECT_EQ(word_hits(text, search_words("the")), (Spans{{0, 3}, {24, 27}}));
  EXPECT_EQ(word_hits(text, search_words("sea")), (Spans{{4, 7}, {15, 18}}));
  EXPECT_EQ(word_hits(text, search_words(" thé  SEA ")), (Spans{{4, 7}, {15, 18}, {28, 31}}));
}

TEST(WordHits, AreFoundAmongIdeographsAnywhere) {
  EXPECT_EQ(word_hits(U"我在海边见海", search_words("海")), (Spans{{2, 3}, {5, 6}}));
  EXPECT_TRUE(word_hits(U"nothing", search_words(" ")).empty());
}

}  // namespace
}  // namespace p2pchat::wx_gui
