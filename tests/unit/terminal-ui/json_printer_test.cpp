// SPDX-License-Identifier: MIT
#include "line/json_printer.hpp"

#include "people.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

const sdk::Id text_id = test::FakeChat::id(0x01);
const std::string bob_hex = wire::to_hex(bob), text_hex = wire::to_hex(text_id);

struct JsonLines : testing::Test {
  std::string out;
  JsonPrinter printer{[this](std::string_view line) { out += line; }};
  std::string event(const Event& event) {
    out.clear();
    printer.event(event);
    return out;
  }
};

Message message() {
  return {text_id,      bob, 1'700'000'000'000, 7, 42, sdk::Direction::incoming, sdk::State::delivered, "text",
          "你好 \"x\"", ""};
}

TEST_F(JsonLines, SayWhoIAm) {
  EXPECT_EQ(event(BecameReady{{bob, "Bob", "p2pchat:xyz"}}),
            "{\"event\":\"ready\",\"id\":\"" + bob_hex + "\",\"name\":\"Bob\",\"invite\":\"p2pchat:xyz\"}\n");
}

TEST_F(JsonLines, TellOfAMessage) {
  const auto members =
      "\"id\":\"" + text_hex + "\",\"peer\":\"" + bob_hex +
      "\",\"direction\":\"in\",\"state\":\"delivered\",\"time_ms\":1700000000000,\"seq\":7,\"place\":42,"
      "\"type\":\"text\",\"body\":\"你好 \\\"x\\\"\"}\n";
  EXPECT_EQ(event(MessageAdded{message()}), "{\"event\":\"message\"," + members);
  out.clear();
  printer.messages({message()});
  EXPECT_EQ(out, "{\"event\":\"row\"," + members);
}

TEST_F(JsonLines, TellOfAState) {
  auto failed = message();
  failed.direction = sdk::Direction::outgoing;
  failed.state = sdk::State::failed;
  failed.reason = "blocked";
  EXPECT_EQ(event(MessageChanged{failed}),
            "{\"event\":\"state\",\"id\":\"" + text_hex + "\",\"peer\":\"" + bob_hex +
                "\",\"direction\":\"out\",\"state\":\"failed\",\"reason\":\"blocked\"}\n");
}

TEST_F(JsonLines, TellARequestFromAContact) {
  Person person{bob, "Bob", "hello", sdk::Relation::asking, true, 0, 0};
  EXPECT_EQ(event(BookChanged{{{Change::Kind::added, person, true}}}),
            "{\"event\":\"request\",\"peer\":\"" + bob_hex +
                "\",\"name\":\"Bob\",\"relation\":\"asking\",\"greeting\":\"hello\",\"online\":true,\"unread\":0,"
                "\"newest_ms\":0}\n");
  person.relation = sdk::Relation::accepted;
  person.greeting.clear();
  person.unread = 2;
  EXPECT_EQ(event(BookChanged{{{Change::Kind::changed, person, true}}}),
            "{\"event\":\"contact\",\"peer\":\"" + bob_hex +
                "\",\"name\":\"Bob\",\"relation\":\"accepted\",\"online\":true,\"unread\":2,\"newest_ms\":0}\n");
  EXPECT_EQ(event(BookChanged{{{Change::Kind::changed, person, false}}}), "");
  EXPECT_EQ(event(BookChanged{{{Change::Kind::removed, person, true}}}),
            "{\"event\":\"contact\",\"peer\":\"" + bob_hex + "\",\"name\":\"Bob\",\"relation\":\"removed\"}\n");
}

TEST_F(JsonLines, TellPresenceStatusAndNotices) {
  EXPECT_EQ(event(Presence{bob, true}), "{\"event\":\"online\",\"peer\":\"" + bob_hex + "\"}\n");
  EXPECT_EQ(event(Presence{bob, false}), "{\"event\":\"offline\",\"peer\":\"" + bob_hex + "\"}\n");
  EXPECT_EQ(event(NetworkStatus{"joined"}), "{\"event\":\"status\",\"text\":\"joined\"}\n");
  EXPECT_EQ(event(Notice{"disk full"}), "{\"event\":\"notice\",\"text\":\"disk full\"}\n");
}

TEST_F(JsonLines, EndEachCommandWithItsResult) {
  printer.result({Verb::msg, "/msg", {}, bob, text_id, 0});
  EXPECT_EQ(out, "{\"event\":\"result\",\"command\":\"/msg\",\"ok\":true,\"peer\":\"" + bob_hex + "\",\"id\":\"" +
                     text_hex + "\"}\n");
  out.clear();
  printer.result({Verb::history, "/history", {}, {}, {}, 17});
  EXPECT_EQ(out, "{\"event\":\"result\",\"command\":\"/history\",\"ok\":true,\"next\":17}\n");
  out.clear();
  printer.result({Verb::cast, "/throw", {}, {}, {}, 0, text_id});
  EXPECT_EQ(out, "{\"event\":\"result\",\"command\":\"/throw\",\"ok\":true,\"bottle\":\"" + text_hex + "\"}\n");
  out.clear();
  printer.result({Verb::msg, "/msg", {sdk::Errc::too_large, "over 64 KiB"}, {}, {}, 0});
  EXPECT_EQ(
      out,
      "{\"event\":\"result\",\"command\":\"/msg\",\"ok\":false,\"code\":\"too_large\",\"error\":\"over 64 KiB\"}\n");
}

TEST_F(JsonLines, DescribeTheNetwork) {
  printer.network({{{bob, "192.0.2.1:1", 5}}, {{bob, "192.0.2.2:2", 12, 3, 60}}});
  EXPECT_EQ(out,
            "{\"event\":\"row\",\"kind\":\"session\",\"peer\":\"" + bob_hex +
                "\",\"endpoint\":\"192.0.2.1:1\",\"since_ms\":5}\n{\"event\":\"row\",\"kind\":\"node\",\"peer\":\"" +
                bob_hex + "\",\"endpoint\":\"192.0.2.2:2\",\"rtt_ms\":12,\"bucket\":3,\"age_s\":60}\n");
}

Bottle bottle(sdk::Voyage voyage, std::string name) {
  return {text_id, bob, 1, 2, 3, voyage, 4, 5, 6, "有人\x7f?", std::move(name)};
}

const std::string found_members = "\"sender\":\"" + bob_hex +
                                  "\",\"voyage\":\"unread\",\"time_ms\":1,\"expiry_ms\":2,\"here_ms\":3,"
                                  "\"hops\":4,\"body\":\"有人\\u007f?\"}\n";

TEST_F(JsonLines, TellOfBottlesThatCome) {
  const auto found = "\"id\":\"" + text_hex + "\",\"name\":\"b1\"," + found_members;
  EXPECT_EQ(event(BottlesCame{{bottle(sdk::Voyage::unread, "b1")}}), "{\"event\":\"bottle.found\"," + found);
  EXPECT_TRUE(event(BottlesCame{{bottle(sdk::Voyage::passing, "b1")}}).starts_with("{\"event\":\"bottle.passing\","));
  EXPECT_EQ(event(BottlesCame{{bottle(sdk::Voyage::passing, "b1")}, true}), "") << "what passes at the start";
  out.clear();
  const auto lying = bottle(sdk::Voyage::unread, "b1");
  printer.beach({&lying});
  EXPECT_EQ(out, "{\"event\":\"row\"," + found);
}

TEST_F(JsonLines, TellEachStepOfABottleOfMine) {
  const auto mine = bottle(sdk::Voyage::answered, "m1");
  const auto begin = "\"id\":\"" + text_hex + "\",\"name\":\"m1\",\"voyage\":";
  const auto step =
      begin + "\"answered\",\"step\":7,\"node\":\"" + bob_hex + "\",\"time_ms\":8,\"hops\":2,\"text\":\"yes\"}\n";
  EXPECT_EQ(event(BottlesMoved{{{mine, {sdk::Voyage::answered, bob, 8, 2, "yes"}, 7}}}),
            "{\"event\":\"bottle.answered\"," + step);
  EXPECT_EQ(
      event(BottlesMoved{{{mine, {sdk::Voyage::queued, {}, 8, 0, {}}, 0}}}),
      "{\"event\":\"bottle.queued\"," + begin + "\"queued\",\"time_ms\":8,\"hops\":0,\"body\":\"有人\\u007f?\"}\n");
  out.clear();
  printer.journey({mine, {{sdk::Voyage::ashore, bob, 8, 2, {}}}});
  EXPECT_EQ(out, "{\"event\":\"row\",\"id\":\"" + text_hex + "\",\"name\":\"m1\",\"sender\":\"" + bob_hex +
                     "\",\"voyage\":\"answered\",\"time_ms\":1,\"expiry_ms\":2,\"here_ms\":3,\"beaches\":5,"
                     "\"answers\":6,\"body\":\"有人\\u007f?\"}\n{\"event\":\"row\"," +
                     begin + "\"ashore\",\"step\":1,\"node\":\"" + bob_hex + "\",\"time_ms\":8,\"hops\":2}\n");
}

TEST_F(JsonLines, HoldNothingATerminalObeysAndAlwaysUtf8) {
  auto hostile = message();
  hostile.body = "\x1b]0;x\x07\x7f\u009b\xff";
  EXPECT_NE(event(MessageAdded{hostile}).find("\\u001b]0;x\\u0007\\u007f\\u009b\uFFFD"), std::string::npos) << out;
}

TEST_F(JsonLines, RepairAStatusCutInsideACharacter) {
  printer.result({Verb::msg, "/msg", {sdk::Errc::io, std::string(122, 'x') + "你"}, {}, {}, 0});
  EXPECT_NE(out.find("x\uFFFD\"}"), std::string::npos);
}

}  // namespace
}  // namespace p2pchat::terminal_ui
