// SPDX-License-Identifier: MIT
#include "ear.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::test {
namespace {

using stranger::Language;
using stranger::Occasion;

constexpr std::array occasions{Occasion::bottle,   Occasion::found,   Occasion::begin,  Occasion::greeting,
                               Occasion::question, Occasion::who,     Occasion::thanks, Occasion::farewell,
                               Occasion::sea,      Occasion::anything};

TEST(Ear, hears_the_language_by_its_characters) {
  EXPECT_EQ(stranger::language_of("你好 🙂"), Language::chinese);
  EXPECT_EQ(stranger::language_of("one word of 中文 is enough"), Language::chinese);
  EXPECT_EQ(stranger::language_of("Hello 🙂, café, Ünal, Привет"), Language::english);
  EXPECT_EQ(stranger::language_of(""), Language::english);
}

TEST(Ear, hears_what_kind_of_thing_is_said) {
  EXPECT_EQ(stranger::occasion_of("Hello there"), Occasion::greeting);
  EXPECT_EQ(stranger::occasion_of("HI!"), Occasion::greeting);
  EXPECT_EQ(stranger::occasion_of("Hello, who are you?"), Occasion::who) << "what tells more counts";
  EXPECT_EQ(stranger::occasion_of("你叫什么名字？"), Occasion::who);
  EXPECT_EQ(stranger::occasion_of("谢谢你！"), Occasion::thanks);
  EXPECT_EQ(stranger::occasion_of("bye for now"), Occasion::farewell);
  EXPECT_EQ(stranger::occasion_of("Do you fish?"), Occasion::question);
  EXPECT_EQ(stranger::occasion_of("今天有雨"), Occasion::sea);
  EXPECT_EQ(stranger::occasion_of("Hello! What is the weather like?"), Occasion::sea);
  EXPECT_EQ(stranger::occasion_of("forty-two"), Occasion::anything);
  EXPECT_EQ(stranger::occasion_of(""), Occasion::anything);
}

TEST(Ear, hears_no_word_inside_another) {
  EXPECT_EQ(stranger::occasion_of("this and that"), Occasion::anything) << "no `hi`";
  EXPECT_EQ(stranger::occasion_of("research"), Occasion::anything) << "no `sea`";
  EXPECT_EQ(stranger::occasion_of("the sea."), Occasion::sea);
}

TEST(Phrases, are_there_for_every_occasion_in_both_languages) {
  for (const auto occasion : occasions)
    for (const auto language : {Language::english, Language::chinese}) {
      const auto texts = phrases(occasion, language);
      EXPECT_GE(texts.size(), 4U) << "or he repeats himself";
      for (const auto text : texts) EXPECT_FALSE(text.empty()) << static_cast<int>(occasion);
    }
}

TEST(Phrases, are_in_the_language_they_are_for) {
  for (const auto occasion : occasions) {
    for (const auto text : phrases(occasion, Language::english))
      EXPECT_EQ(stranger::language_of(text), Language::english) << text;
    for (const auto text : phrases(occasion, Language::chinese))
      EXPECT_EQ(stranger::language_of(text), Language::chinese) << text;
  }
}

}  // namespace
}  // namespace p2pchat::test
