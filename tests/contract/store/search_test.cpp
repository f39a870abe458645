// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

namespace p2pchat::test {
namespace {

using sdk::Direction;
using Bodies = std::vector<std::string>;

TEST_P(StoreContract, AWordIsFoundWhateverItsCapitals) {
  add_one(alice, Direction::incoming, 1, "Hello World");
  add_one(alice, Direction::incoming, 2, "goodbye");
  EXPECT_EQ(found("hello"), Bodies{"Hello World"});
  EXPECT_EQ(found("WORLD hello"), Bodies{"Hello World"});
  EXPECT_EQ(found("hello goodbye"), Bodies{});
  EXPECT_EQ(found("ello"), Bodies{});
}

TEST_P(StoreContract, OnlyTheLastWordMayBeABeginning) {
  add_one(alice, Direction::incoming, 1, "meeting tomorrow morning");
  EXPECT_EQ(found("meet").size(), 1U);
  EXPECT_EQ(found("meeting tom").size(), 1U);
  EXPECT_EQ(found("meet tomorrow").size(), 0U);
}

TEST_P(StoreContract, LettersOfOtherAlphabetsAreFound) {
  add_one(alice, Direction::incoming, 1, "Привет мир");
  add_one(alice, Direction::incoming, 2, "ΑΒΓ über");
  EXPECT_EQ(found("привет").size(), 1U);
  EXPECT_EQ(found("ÜBER").size(), 1U);
  EXPECT_EQ(found("αβγ").size(), 1U);
}

TEST_P(StoreContract, OneChineseCharacterIsAWord) {
  add_one(alice, Direction::incoming, 1, "今天天气很好");
  add_one(alice, Direction::incoming, 2, "明天见");
  EXPECT_EQ(found("气"), Bodies{"今天天气很好"});
  EXPECT_EQ(found("天"), (Bodies{"明天见", "今天天气很好"}));
  EXPECT_EQ(found("雨"), Bodies{});
}

TEST_P(StoreContract, ChineseCharactersSideBySideMustStandSideBySide) {
  add_one(alice, Direction::incoming, 1, "今天天气很好");
  EXPECT_EQ(found("天气").size(), 1U);
  EXPECT_EQ(found("天气很好").size(), 1U);
  EXPECT_EQ(found("今天天气很好").size(), 1U);
  EXPECT_EQ(found("气天").size(), 0U);
  EXPECT_EQ(found("今好").size(), 0U);
  EXPECT_EQ(found("好 今").size(), 1U) << "apart they may stand apart";
}

TEST_P(StoreContract, KanaHangulAndRareHanAreFoundByOneCharacter) {
  add_one(alice, Direction::incoming, 1, "ひらがなとカタカナ");
  add_one(alice, Direction::incoming, 2, "안녕하세요");
  add_one(alice, Direction::incoming, 3, "𠮷野家");
  EXPECT_EQ(found("が").size(), 1U);
  EXPECT_EQ(found("タカ").size(), 1U);
  EXPECT_EQ(found("녕").size(), 1U);
  EXPECT_EQ(found("𠮷").size(), 1U);
}

TEST_P(StoreContract, MixedTextIsFoundByEitherPart) {
  add_one(alice, Direction::incoming, 1, "用SQLite存储v2版本");
  EXPECT_EQ(found("sqlite").size(), 1U);
  EXPECT_EQ(found("存储").size(), 1U);
  EXPECT_EQ(found("sqlite存储").size(), 1U);
  EXPECT_EQ(found("版 sql").size(), 1U);
  EXPECT_EQ(found("v2版").size(), 1U);
  EXPECT_EQ(found("sql存储").size(), 0U);
}

TEST_P(StoreContract, APictographIsAWord) {
  add_one(alice, Direction::incoming, 1, "well done 🎉🙂");
  add_one(alice, Direction::incoming, 2, "好🙂吗");
  EXPECT_EQ(found("🙂").size(), 2U);
  EXPECT_EQ(found("🎉🙂").size(), 1U);
  EXPECT_EQ(found("done 🎉").size(), 1U);
  EXPECT_EQ(found("🚀").size(), 0U);
}

TEST_P(StoreContract, QuotesAndSqlAreJustWords) {
  add_one(alice, Direction::incoming, 1, "say \"yes\" OR don't; DROP TABLE messages");
  EXPECT_EQ(found("\"yes\"").size(), 1U);
  EXPECT_EQ(found("\"yes").size(), 1U);
  EXPECT_EQ(found("don't").size(), 1U);
  EXPECT_EQ(found("'; DROP TABLE messages; --").size(), 1U);
  EXPECT_EQ(found("yes OR no").size(), 0U) << "`no` is not in it, and OR is a word";
  EXPECT_EQ(found("yes NOT drop").size(), 0U);
  EXPECT_EQ(found("NEAR(yes drop)").size(), 0U);
  EXPECT_EQ(found("body:yes").size(), 0U);
  EXPECT_EQ(found("ye*").size(), 1U) << "the star separates like any sign; the last word is a beginning anyway";
  EXPECT_EQ(found("^say").size(), 1U);
  EXPECT_EQ(found("(((").size(), 0U);
}

TEST_P(StoreContract, NothingIsFoundByNothing) {
  add_one(alice, Direction::incoming, 1, "something");
  EXPECT_EQ(found("").size(), 0U);
  EXPECT_EQ(found("   ").size(), 0U);
  EXPECT_EQ(found("!?").size(), 0U);
  EXPECT_EQ(found("something !?").size(), 1U);
  EXPECT_EQ(found(sdk::str("some\0thing", 10)).size(), 0U);
  EXPECT_EQ(found("\xff\xfe").size(), 0U);
}

TEST_P(StoreContract, ASearchCanBeOfOnePeer) {
  add_one(alice, Direction::incoming, 1, "same word, alice");
  add_one(bob, Direction::incoming, 1, "same word, bob");
  EXPECT_EQ(found("word").size(), 2U);
  EXPECT_EQ(found("word", bob), Bodies{"same word, bob"});
  EXPECT_EQ(found("word", id(404)).size(), 0U);
}

TEST_P(StoreContract, ASearchGoesNewestFirstInPages) {
  for (std::uint64_t seq = 1; seq <= 7; ++seq) {
    add_one(alice, Direction::incoming, seq, "page " + std::to_string(seq));
    add_one(bob, Direction::incoming, seq, "no");
  }
  std::string pages;
  std::uint64_t next = 0;
  do {
    const auto before = next;
    ASSERT_TRUE(store()
                    .search("page", {}, before, 3, next,
                            [&](const sdk::Message& row) {
                              pages += std::string(row.body).substr(5) + " ";
                              return 1U;
                            })
                    .ok());
    pages += "| ";
  } while (next != 0);
  EXPECT_EQ(pages, "7 6 5 | 4 3 2 | 1 | ");
}

TEST_P(StoreContract, AFullLastPageHasNoNext) {
  for (std::uint64_t seq = 1; seq <= 3; ++seq) add_one(alice, Direction::incoming, seq, "page");
  std::uint64_t next = 9;
  ASSERT_TRUE(store().search("page", {}, 0, 3, next, [](const sdk::Message&) { return 1U; }).ok());
  EXPECT_EQ(next, 0U);
}

TEST_P(StoreContract, ASearchGoesOnWhereItsVisitorEndedIt) {
  for (std::uint64_t seq = 1; seq <= 3; ++seq) add_one(alice, Direction::incoming, seq, std::to_string(seq) + " x");
  std::uint64_t next = 0;
  ASSERT_TRUE(store().search("x", {}, 0, many, next, [](const sdk::Message&) { return 0U; }).ok());
  ASSERT_NE(next, 0U);
  std::string rest;
  ASSERT_TRUE(
      store()
          .search("x", {}, next, many, next, [&](const sdk::Message& row) { return rest += row.body.ptr[0], 1U; })
          .ok());
  EXPECT_EQ(rest, "21");
}

TEST_P(StoreContract, ASearchThatItsVisitorEndedAtTheLastOneHasNoNext) {
  add_one(alice, Direction::incoming, 1, "other");
  add_one(alice, Direction::incoming, 2, "x");
  std::uint64_t next = 9;
  ASSERT_TRUE(store().search("x", {}, 0, many, next, [](const sdk::Message&) { return 0U; }).ok());
  EXPECT_EQ(next, 0U);
}

TEST_P(StoreContract, ASearchSeesEverythingHoweverItWasWritten) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 300; ++seq) add(alice, Direction::incoming, seq, "bulk");
  });
  for (std::uint64_t seq = 301; seq <= 310; ++seq) add_one(alice, Direction::incoming, seq, "bulk");
  EXPECT_EQ(found("bulk").size(), 310U);
  group([&] {
    for (std::uint64_t seq = 1; seq <= 300; ++seq) add(bob, Direction::incoming, seq, "bulk");
  });
  EXPECT_EQ(found("bulk").size(), 610U);
  reopen();
  EXPECT_EQ(found("bulk").size(), 610U);
}

TEST_P(StoreContract, ALateMessageIsFoundAsTheNewestOne) {
  add_one(alice, Direction::incoming, 2, "word second");
  add_one(alice, Direction::incoming, 1, "word first");
  EXPECT_EQ(found("word"), (Bodies{"word first", "word second"}));
}

}  // namespace
}  // namespace p2pchat::test
