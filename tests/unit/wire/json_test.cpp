// SPDX-License-Identifier: MIT
#include "wire/json.hpp"

#include "wire/json_writer.hpp"

#include <gtest/gtest.h>

namespace {

TEST(Json, ReadsMembersOfEveryKind) {
  wire::JsonParser parser;
  const auto* object =
      parser.parse(R"({"s":"你\u0041\n","n":18446744073709551615,"b":true,"a":["x","y"],"o":{"k":1}})");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->string("s"), "你A\n");
  EXPECT_EQ(object->integer("n"), UINT64_MAX);
  EXPECT_EQ(object->find("b")->number, 1u);
  ASSERT_EQ(object->find("a")->items.size(), 2u);
  EXPECT_EQ(object->find("a")->items[1].text, "y");
  EXPECT_EQ(object->find("o")->integer("k"), 1u);
  EXPECT_TRUE(object->only({"s", "n", "b", "a", "o"}));
  EXPECT_FALSE(object->only({"s", "n", "b", "a"}));
  EXPECT_FALSE(object->integer("s"));
  EXPECT_FALSE(object->string("missing"));
}

TEST(Json, RefusesWhatIsNotStrict) {
  wire::JsonParser parser;
  for (auto text : {"", "[]", "1", "{", R"({"a":1,"a":2})", R"({"a":null})", R"({"a":1.5})", R"({"a":-1})",
                    R"({"a":1}x)", R"({"a":18446744073709551616})", R"({"a":"\ud800"})", "{\"a\":\"\xff\"}",
                    "{\"a\":\"\x01\"}", R"({"a":[[[[1]]]]})", R"({a:1})", R"({"a":1,})"})
    EXPECT_FALSE(parser.parse(text)) << text;
}

TEST(Json, DepthIsALimitAndNotACrash) {
  wire::JsonParser parser;
  std::string deep = "{\"a\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  EXPECT_FALSE(parser.parse(deep));
  EXPECT_TRUE(parser.parse(R"({"a":[[[1]]]})"));
}

// {"a":[[],[],...,[0,0,...]]}
std::string nested(std::size_t empty_lists, std::size_t numbers) {
  std::string text = "{\"a\":[";
  for (std::size_t i = 0; i < empty_lists; ++i) text += "[],";
  text += "[0";
  for (std::size_t i = 1; i < numbers; ++i) text += ",0";
  return text + "]]}";
}

// What a stranger may make a parser keep is bounded: lists within lists would add up otherwise.
TEST(Json, ValuesAreCountedOverAllLists) {
  wire::JsonParser parser;
  const auto* most = parser.parse(nested(500, wire::most_values - 502));
  ASSERT_TRUE(most);
  EXPECT_EQ(most->find("a")->items[500].items.size(), wire::most_values - 502);
  EXPECT_FALSE(parser.parse(nested(500, wire::most_values - 501)));
  EXPECT_FALSE(parser.parse(nested(wire::most_values, 1)));
}

TEST(Json, ReadsWhatItReadBeforeAlsoAfterItNeededMoreRoom) {
  wire::JsonParser parser;
  for (const std::size_t items : {1U, 63U, 64U, 65U, 200U, 1U, 500U}) {
    const auto* read = parser.parse(nested(items, 3));
    ASSERT_TRUE(read) << items;
    EXPECT_EQ(read->find("a")->items.size(), items + 1);
    EXPECT_EQ(read->find("a")->items[items].items.size(), 3U);
  }
}

TEST(Json, AnObjectHasAtMostSixtyFourMembers) {
  const auto object = [](std::size_t members) {
    std::string text;
    wire::JsonWriter writer(text);
    writer.begin();
    for (std::size_t i = 0; i < members; ++i) writer.member(std::to_string(i), i);
    writer.end();
    return text;
  };
  wire::JsonParser parser;
  EXPECT_TRUE(parser.parse(object(wire::most_members)));
  EXPECT_FALSE(parser.parse(object(wire::most_members + 1)));
}

TEST(Json, NothingOfAnEarlierTextIsLeft) {
  wire::JsonParser parser;
  ASSERT_TRUE(parser.parse(R"({"a":"text","b":[1,2],"c":7})"));
  const auto* object = parser.parse(R"({"d":["x",3,[]]})");
  ASSERT_TRUE(object);
  const auto& items = object->find("d")->items;
  EXPECT_TRUE(items[0].key.empty() && items[1].key.empty() && items[2].key.empty());
  EXPECT_EQ(items[0].number, 0u);
  EXPECT_TRUE(items[0].items.empty() && items[1].text.empty() && items[2].items.empty());
}

TEST(Json, ParserIsReusedAfterARefusal) {
  wire::JsonParser parser;
  EXPECT_FALSE(parser.parse("{\"a\":"));
  const auto* object = parser.parse(R"({"a":"b"})");
  ASSERT_TRUE(object);
  EXPECT_EQ(object->string("a"), "b");
}

TEST(JsonWriter, WritesWhatTheParserReads) {
  std::string text;
  std::string hard = "\"\\\n\t\r\x01/é你🙂";
  wire::JsonWriter(text)
      .begin()
      .member("s", hard)
      .member("n", std::uint64_t{42})
      .key("a")
      .begin_array()
      .string("x")
      .number(7)
      .end_array()
      .member("b", false)
      .end();
  EXPECT_EQ(text, "{\"s\":\"\\\"\\\\\\n\\t\\r\\u0001/é你🙂\",\"n\":42,\"a\":[\"x\",7],\"b\":false}");
  wire::JsonParser parser;
  const auto* object = parser.parse(text);
  ASSERT_TRUE(object);
  EXPECT_EQ(object->string("s"), hard);
}

TEST(Utf8, TellsValidFromInvalid) {
  EXPECT_TRUE(wire::is_utf8("漂流瓶 🍾"));
  EXPECT_FALSE(wire::is_utf8("\xc0\x80"));
  EXPECT_FALSE(wire::is_utf8("\xed\xa0\x80"));
}

}  // namespace
