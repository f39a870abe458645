// SPDX-License-Identifier: MIT
#include "command/command.hpp"

#include "command/message_names.hpp"

#include <gtest/gtest.h>

namespace p2pchat::terminal_ui {
namespace {

Command parsed(std::string_view line) {
  const auto result = parse_command(line);
  const auto* mistyped = std::get_if<Mistyped>(&result);
  EXPECT_EQ(mistyped, nullptr) << line << ": " << (mistyped ? mistyped->status.text : "");
  return mistyped ? Command{} : std::get<Command>(result);
}

std::string refusal(std::string_view line) {
  const auto result = parse_command(line);
  const auto* mistyped = std::get_if<Mistyped>(&result);
  return mistyped ? mistyped->status.text : "accepted";
}

TEST(ParseCommand, TakesALineWithoutASlashAsAText) {
  const auto command = parsed("  hello  /there ");
  EXPECT_EQ(command.verb, Verb::msg);
  EXPECT_EQ(command.who, "");
  EXPECT_EQ(command.text, "  hello  /there ");
  EXPECT_EQ(parsed("//shrug").text, "/shrug");
}

TEST(ParseCommand, SplitsPeerAndText) {
  const auto command = parsed("/msg bob  two  spaces ");
  EXPECT_EQ(command.who, "bob");
  EXPECT_EQ(command.text, " two  spaces ") << "a text is sent as it was typed";
  EXPECT_EQ(parsed("/msg \"bob of the sea\" hi").who, "bob of the sea");
  EXPECT_EQ(parsed("/rename bob  Robert the Bruce ").text, "Robert the Bruce");
}

TEST(ParseCommand, ReadsAnInviteWithNameAndGreeting) {
  auto command = parsed("/add p2pchat:00-11");
  EXPECT_EQ(command.who, "p2pchat:00-11");
  EXPECT_EQ(command.text + command.greeting, "");
  command = parsed("/add p2pchat:00-11 Bob B -- hello -- it is me");
  EXPECT_EQ(command.text, "Bob B");
  EXPECT_EQ(command.greeting, "hello -- it is me");
  command = parsed("/add p2pchat:00-11 -- hello");
  EXPECT_EQ(command.text, "");
  EXPECT_EQ(command.greeting, "hello");
}

TEST(ParseCommand, ReadsCountAndPlaceOfAHistory) {
  EXPECT_EQ(parsed("/history bob").count, 0U);
  const auto command = parsed("/history bob 100000 77");
  EXPECT_EQ(command.count, 100'000U);
  EXPECT_EQ(command.before, 77U);
  for (const auto* line : {"/history", "/history bob x", "/history bob 0", "/history bob 5 y", "/history bob 5 6 7",
                           "/history bob -1", "/history bob 99999999999"})
    EXPECT_EQ(refusal(line), "usage: /history PEER [N] [BEFORE]") << line;
}

TEST(ParseCommand, NamesWhatIsMissing) {
  EXPECT_EQ(refusal("/msg bob"), "usage: /msg PEER TEXT");
  EXPECT_EQ(refusal("/accept"), "usage: /accept PEER");
  EXPECT_EQ(refusal("/accept two words"), "usage: /accept PEER");
  EXPECT_EQ(refusal("/name  "), "usage: /name NAME");
  EXPECT_EQ(refusal("/remove bob everything"), "usage: /remove PEER [history]");
  EXPECT_EQ(refusal("/nonsense"), "there is no /nonsense; /help lists the commands");
}

TEST(ParseCommand, KnowsEveryCommandOfTheHelp) {
  for (const auto& help : command_list()) {
    std::string line(help.word);
    for (const char c : help.arguments)
      if (c != '[' && c != ']') line += line == help.word ? std::string(" ") + c : std::string(1, c);
    if (help.shape == Shape::history) line = "/history PEER";
    if (help.shape == Shape::chat) line = "/chat BOTTLE";
    const auto result = parse_command(line);
    ASSERT_TRUE(std::holds_alternative<Command>(result)) << line;
    EXPECT_EQ(std::get<Command>(result).verb, help.verb) << line;
  }
}

TEST(ParseCommand, ReadsTheStepOfAJourney) {
  EXPECT_EQ(parsed("/chat m1").count, 0U);
  EXPECT_EQ(parsed("/chat m1 3").count, 3U);
  for (const auto* line : {"/chat", "/chat m1 0", "/chat m1 x", "/chat m1 3 4", "/chat m1 -1"})
    EXPECT_EQ(refusal(line), "usage: /chat BOTTLE [STEP]") << line;
  EXPECT_EQ(refusal("/reply b1"), "usage: /reply BOTTLE TEXT");
  EXPECT_EQ(refusal("/throw "), "usage: /throw TEXT");
}

sdk::Id message_id(std::uint8_t first, std::uint8_t last) {
  sdk::Id id;
  id.b[0] = id.b[1] = id.b[2] = first;
  id.b[31] = last;
  return id;
}

TEST(MessageNames, FindAMessageByTheFirstDigitsOfItsId) {
  MessageNames names;
  names.remember(message_id(0xAB, 1));
  names.remember(message_id(0xAB, 1));
  EXPECT_EQ(std::get<sdk::Id>(names.resolve("ababab")), message_id(0xAB, 1));
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("ababa")).code, sdk::Errc::invalid);
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("cdcdcd")).code, sdk::Errc::not_found);
  names.remember(message_id(0xAB, 2));
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("ababab")).code, sdk::Errc::invalid) << "two are meant";
}

TEST(MessageNames, ForgetTheOldest) {
  MessageNames names;
  names.remember(message_id(0xAB, 1));
  for (int i = 0; i < 1000; ++i) {
    sdk::Id other;
    other.b[30] = static_cast<std::uint8_t>(i >> 8), other.b[31] = static_cast<std::uint8_t>(i);
    names.remember(other);
  }
  EXPECT_EQ(std::get<sdk::Status>(names.resolve("ababab")).code, sdk::Errc::not_found);
}

}  // namespace
}  // namespace p2pchat::terminal_ui
