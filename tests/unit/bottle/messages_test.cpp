// SPDX-License-Identifier: MIT
#include "note/messages.hpp"

#include "bottle/refusal.hpp"
#include "bottler.hpp"

#include <gtest/gtest.h>

#include <set>

namespace p2pchat::test {
namespace {

using namespace bottle;

class SmallMessages : public ::testing::Test {
 protected:
  wire::JsonParser parser;
  const std::string hex = std::string(64, 'a'), other = std::string(64, 'b');
  const Proof proof{.bottle = id_of(1), .gas = 3, .gas_token = id_of(2)};
};

TEST_F(SmallMessages, AreReadBackAsTheyWereWritten) {
  for (const auto of : {Matter::bottle, Matter::found, Matter::reply}) {
    const Handled handled{.bottle = id_of(1), .of = of, .verdict = "ashore"};
    EXPECT_EQ(read_handled(parser, write_handled(handled)), handled);
  }
  const Found found{.proof = proof, .time_ms = ~0ULL};
  EXPECT_EQ(read_found(parser, write_found(found)), found);
  const Reply reply{.proof = proof, .sealed = Octets(most_sealed_reply, 7)};
  EXPECT_EQ(read_reply(parser, write_reply(reply)), reply);
  const std::vector<Id> ids = {id_of(1), id_of(2)};
  EXPECT_EQ(read_taken(parser, write_taken(ids)), ids);
  EXPECT_TRUE(is_collect(parser, collect_body));
}

TEST_F(SmallMessages, SayWhetherSomebodyHasItNow) {
  const auto taken = [](Matter of, std::string verdict) {
    return Handled{.bottle = {}, .of = of, .verdict = std::move(verdict)}.is_taken();
  };
  for (const auto* verdict : {"ashore", "passing", "seen"}) EXPECT_TRUE(taken(Matter::bottle, verdict)) << verdict;
  for (const auto of : {Matter::found, Matter::reply})
    for (const auto* verdict : {"queued", "seen"}) EXPECT_TRUE(taken(of, verdict)) << verdict;
  EXPECT_FALSE(taken(Matter::bottle, "queued"));
  EXPECT_FALSE(taken(Matter::reply, "ashore"));
  for (std::size_t i = 1; i < refusal_count; ++i)
    EXPECT_EQ(taken(Matter::bottle, std::string(word(Refusal(i)))), Refusal(i) == Refusal::seen);
}

TEST_F(SmallMessages, EveryRefusalHasAWordOfItsOwnThatCanBeTold) {
  std::set<std::string_view> words;
  for (std::size_t i = 1; i < refusal_count; ++i) {
    words.insert(word(Refusal(i)));
    const Handled handled{.bottle = id_of(1), .of = Matter::bottle, .verdict = std::string(told_word(Refusal(i)))};
    EXPECT_EQ(read_handled(parser, write_handled(handled)), handled);
  }
  EXPECT_EQ(words.size(), refusal_count - 1);
  EXPECT_EQ(word(Refusal::none), "");
  EXPECT_EQ(word(Refusal::light_stamp), "light-stamp");
}

TEST_F(SmallMessages, NobodyIsToldWhomIBlocked) { EXPECT_EQ(told_word(Refusal::blocked), word(Refusal::busy)); }

TEST_F(SmallMessages, OtherFormsOfHandledAreRefused) {
  const auto handled = [&](const std::string& id, const std::string& of, const std::string& verdict) {
    return read_handled(parser, "{\"bottleId\":" + id + ",\"of\":" + of + ",\"verdict\":" + verdict + "}");
  };
  const auto id = '"' + hex + '"';
  ASSERT_TRUE(handled(id, "\"reply\"", "\"a-2\""));
  ASSERT_TRUE(handled(id, "\"reply\"", '"' + std::string(40, 'a') + '"'));
  EXPECT_FALSE(handled("\"a\"", "\"reply\"", "\"a\""));
  for (const auto* of : {"\"\"", "\"note\"", "1", "\"Bottle\"", "[]"}) EXPECT_FALSE(handled(id, of, "\"a\"")) << of;
  for (const auto& verdict : {std::string("\"\""), std::string("\"A\""), std::string("\"a b\""), std::string("1"),
                              '"' + std::string(41, 'a') + '"', std::string("\"\\n\"")})
    EXPECT_FALSE(handled(id, "\"bottle\"", verdict)) << verdict;
  EXPECT_FALSE(read_handled(parser, "{\"bottleId\":" + id + ",\"of\":\"bottle\"}"));
  EXPECT_FALSE(read_handled(parser, "{\"bottleId\":" + id + ",\"of\":\"bottle\",\"verdict\":\"seen\",\"x\":1}"));
  EXPECT_FALSE(read_handled(parser, "{\"bottleId\":" + id + ",\"of\":\"bottle\",\"of\":\"bottle\"}"));
}

TEST_F(SmallMessages, OtherFormsOfFoundAndReplyAreRefused) {
  const auto body = [&](const std::string& gas, const std::string& last) {
    return "{\"bottleId\":\"" + hex + "\",\"gas\":" + gas + ",\"gasToken\":\"" + other + "\"," + last + "}";
  };
  ASSERT_TRUE(read_found(parser, body("0", "\"time\":\"0\"")));
  ASSERT_TRUE(read_reply(parser, body("5", "\"sealed\":\"AAAA\"")));
  for (const auto* gas : {"6", "\"5\"", "-1", "1.5", "null"}) {
    EXPECT_FALSE(read_found(parser, body(gas, "\"time\":\"0\""))) << gas;
    EXPECT_FALSE(read_reply(parser, body(gas, "\"sealed\":\"AAAA\""))) << gas;
  }
  for (const auto* last : {"\"time\":0", "\"time\":\"\"", "\"time\":\"01\"", "\"sealed\":\"AAAA\"",
                           "\"time\":\"18446744073709551616\"", "\"time\":\"1\",\"x\":1", "\"gas\":1"})
    EXPECT_FALSE(read_found(parser, body("1", last))) << last;
  for (const auto* last : {"\"sealed\":\"\"", "\"sealed\":1", "\"sealed\":\"AA\"", "\"time\":\"1\"", "\"sealed\":[]",
                           "\"sealed\":\"AAAA\",\"x\":1"})
    EXPECT_FALSE(read_reply(parser, body("1", last))) << last;
  const Reply large{.proof = proof, .sealed = Octets(most_sealed_reply + 1, 7)};
  EXPECT_FALSE(read_reply(parser, write_reply(large)));
}

TEST_F(SmallMessages, OtherFormsOfTakenAreRefused) {
  std::vector<Id> ids;
  for (unsigned i = 0; i < most_taken; ++i) ids.push_back(id_of(i));
  EXPECT_TRUE(read_taken(parser, write_taken(ids)));
  ids.push_back(id_of(99));
  EXPECT_FALSE(read_taken(parser, write_taken(ids)));
  EXPECT_FALSE(read_taken(parser, write_taken({})));
  EXPECT_FALSE(read_taken(parser, write_taken({id_of(1), id_of(1)})));
  for (const auto* text : {"", "{}", "{\"bottleIds\":\"\"}", "{\"bottleIds\":[1]}", "{\"bottleIds\":[\"a\"]}",
                           "{\"bottleIds\":[[]]}", "{\"bottleIds\":{}}", "[]"})
    EXPECT_FALSE(read_taken(parser, text)) << text;
}

TEST_F(SmallMessages, ACollectIsAnEmptyObject) {
  EXPECT_TRUE(is_collect(parser, " { } "));
  for (const auto* text : {"", "[]", "null", "{\"a\":1}", "{}{}", "{"}) EXPECT_FALSE(is_collect(parser, text)) << text;
}

}  // namespace
}  // namespace p2pchat::test
