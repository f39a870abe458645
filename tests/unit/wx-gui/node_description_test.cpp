// SPDX-License-Identifier: MIT
#include "model/node_description.hpp"

#include "model/notices.hpp"
#include "model/plugin_words.hpp"
#include "shell/file_tail.hpp"
#include "text/retold.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace p2pchat::wx_gui {
namespace {

constexpr auto described = R"({"profile":"desktop","data_dir":"/d","config":"/c","keeps":true,"problem":"","plugins":[
{"id":"kademlia","file":"/k.so","state":"ready","verdict":"good","reason":"","name":"Kademlia routing","version":"0.1.0",
 "license":"MIT","provides":["p2pchat.routing/1"],"needs":[],"wants":[],"settings":["bootstrap"],"next":true},
{"id":"lan","file":"/l.so","state":"unused","reason":"not in profile desktop","provides":["p2pchat.routing/1"],"next":false},
{"id":"old","file":"/o.so","state":"refused","verdict":"sdk-minor","reason":"built for SDK 0.0","next":true},
{"id":"bottle","file":"/b.so","state":"ready","reason":"","provides":["p2pchat.bottle/1"],"next":false}],
"absent":["gone"]})";

struct Node : testing::Test {
  English english;
  NodeDescription node = *read_node_description(described);
};

TEST_F(Node, IsReadFromWhatItSays) {
  EXPECT_EQ(node.data_dir, "/d");
  EXPECT_TRUE(node.keeps);
  ASSERT_EQ(node.plugins.size(), 4U);
  EXPECT_EQ(node.plugins[0].name, "Kademlia routing");
  EXPECT_EQ(node.plugins[0].state, PluginFacts::State::runs);
  EXPECT_EQ(node.plugins[1].reason, "");
  EXPECT_EQ(node.plugins[2].state, PluginFacts::State::refused);
  EXPECT_EQ(node.plugins[2].reason, "built for SDK 0.0");
  EXPECT_EQ(node.absent, std::vector<std::string>{"gone"});
  EXPECT_EQ(plugins_summary(node, english), "2 run · 1 off · 2 refused");
}

TEST_F(Node, IsNotReadFromAnythingElse) {
  EXPECT_FALSE(read_node_description(""));
  EXPECT_FALSE(read_node_description("[1]"));
  EXPECT_FALSE(read_node_description("{}"));
}

TEST_F(Node, KeepsTheLastThatItCannotDoWithout) {
  EXPECT_EQ(why_it_stays(node, node.plugins[0], english), "Nothing else provides this: finding others.");
  EXPECT_EQ(why_it_stays(node, node.plugins[3], english), "");
  node.plugins[1].next = true;
  EXPECT_EQ(why_it_stays(node, node.plugins[0], english), "");
  node.plugins[1].state = PluginFacts::State::refused;
  EXPECT_NE(why_it_stays(node, node.plugins[0], english), "");
}

/// A language that shows what it was asked for.
struct Shouted final : Language {
  std::string say(const char* text) const override { return "!" + std::string(text); }
  std::string count(const char*, const char* many, std::uint64_t) const override { return many; }
};

TEST_F(Node, NamesOurPluginsInTheLanguageOfTheWindowAndOthersAsTheyAre) {
  EXPECT_EQ(plugin_name(node.plugins[0], Shouted()), "!Kademlia routing");
  EXPECT_EQ(plugin_name(node.plugins[1], Shouted()), "lan");
  node.plugins[1].name = "Echo\u202E";
  EXPECT_EQ(plugin_name(node.plugins[1], Shouted()), "Echo<U+202E>");
}

TEST_F(Node, SaysOurReasonsInTheLanguageOfTheWindowAndOthersAsTheyAre) {
  EXPECT_EQ(refusal_words("built for SDK 0.1, this host speaks 1.x: get a newer build of the plugin", Shouted()),
            "!built for SDK 0.1, this host speaks 1.x: get a newer build of the plugin");
  EXPECT_EQ(refusal_words("start failed: no: such thing", Shouted()), "!start failed: no: such thing");
  EXPECT_EQ(refusal_words("it rains", Shouted()), "it rains");
  EXPECT_EQ(refusal_words("", Shouted()), "");
}

TEST(Patterns, AreUndoneIntoTheirPieces) {
  const auto pieces = pieces_of("from {a} to {b}: {c}", "from here to there: on: foot");
  ASSERT_TRUE(pieces);
  EXPECT_EQ(fill("{c}|{b}|{a}", *pieces), "on: foot|there|here");
  EXPECT_TRUE(pieces_of("no more", "no more"));
  EXPECT_TRUE(pieces_of("({a}), (b)", "(a, (b)), (b)"));
  for (const auto* other : {"", "no", "no more!", "and no more"}) EXPECT_FALSE(pieces_of("no more", other)) << other;
  for (const auto* other : {"", "from", "to x: y", "from a, to b"})
    EXPECT_FALSE(pieces_of("from {a} to {b}: {c}", other)) << other;
  EXPECT_FALSE(pieces_of("open {brace", "open x"));
}

TEST_F(Node, HasNoNextStartInThePracticeSea) {
  std::string sea = described;
  sea.replace(sea.find("true"), 4, "false");  // keeps
  const auto practice = *read_node_description(sea);
  EXPECT_FALSE(practice.keeps);
  EXPECT_EQ(plugin_state_words(practice.plugins[3], english), "Runs");
  EXPECT_EQ(plugin_state_words(practice.plugins[1], english), "Off");
}

TEST_F(Node, SaysWhatChangesAtTheNextStart) {
  EXPECT_EQ(plugin_state_words(node.plugins[0], english), "Runs");
  EXPECT_EQ(plugin_state_words(node.plugins[3], english), "Runs · off from the next start on");
  EXPECT_EQ(plugin_state_words(node.plugins[1], english), "Off");
  EXPECT_EQ(provides_words(node.plugins[0], english), "finding others");
  EXPECT_EQ(provides_words(node.plugins[2], english), "nothing that others use");
}

TEST(LogLines, AreThoseOfOnePlugin) {
  constexpr auto log =
      "2026-11-30T07:00:00.000+0000 info host: ready, kademlia: too\n"
      "2026-11-30T07:00:01.000+0000 info kademlia: one\n"
      "broken\n"
      "2026-11-30T07:00:02.000+0000 warn kademlia: two\n"
      "2026-11-30T07:00:03.000+0000 warn kademlia: three";
  const auto lines = lines_of(log, "kademlia", 2);
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_TRUE(lines[0].ends_with("two"));
  EXPECT_TRUE(lines[1].ends_with("three"));
  EXPECT_TRUE(lines_of(log, "bottle", 2).empty());
}

TEST(FileTail, GivesWholeLinesOfTheEnd) {
  const auto file = testing::TempDir() + "/p2pchat-tail";
  {
    std::ofstream out(file);
    for (int line = 0; line < 40'000; ++line) out << "line " << line << "\n";
  }
  const auto tail = file_tail(file);
  EXPECT_LE(tail.size(), 256U << 10);
  EXPECT_TRUE(tail.starts_with("line "));
  EXPECT_TRUE(tail.ends_with("line 39999\n"));
  EXPECT_EQ(file_tail("/nowhere"), "");
  std::remove(file.c_str());
}

struct Noticed : testing::Test {
  English english;
  sdk::Id bob{{1}}, eve{{2}};
  Arrival text(const sdk::Id& who, std::string what) {
    return {Arrival::Kind::message, who, who == bob ? "bob" : "eve", std::move(what)};
  }
};

TEST_F(Noticed, OneMessageIsShownWithItsText) {
  const auto notice = notice_text({text(bob, "hi\nthere")}, Notices::text, english);
  ASSERT_TRUE(notice);
  EXPECT_EQ(notice->title, "bob");
  EXPECT_EQ(notice->words, "hi⏎there");
}

TEST_F(Noticed, SeveralAreCountedAndOfSeveralPeopleNobodyIsNamed) {
  EXPECT_EQ(notice_text({text(bob, "a"), text(bob, "b")}, Notices::text, english)->words, "2 new messages");
  const auto mixed = notice_text({text(bob, "a"), text(eve, "b")}, Notices::text, english);
  EXPECT_EQ(mixed->title, "p2pChat");
  EXPECT_EQ(mixed->words, "2 new messages");
}

TEST_F(Noticed, TextsAreKeptBackAndNothingIsSaidWhereThatIsWanted) {
  EXPECT_EQ(notice_text({text(bob, "secret")}, Notices::names, english)->words, "1 new message");
  EXPECT_FALSE(notice_text({text(bob, "secret")}, Notices::none, english));
  EXPECT_FALSE(notice_text({}, Notices::text, english));
}

TEST_F(Noticed, ALongTextIsCut) {
  const auto notice = notice_text({text(bob, std::string(60'000, 'x'))}, Notices::text, english);
  EXPECT_EQ(notice->words, std::string(120, 'x') + "…");
}

TEST_F(Noticed, MineWhatIWasShownAndTheMutedAreNoNews) {
  Message message;
  message.direction = sdk::Direction::incoming, message.state = sdk::State::delivered;
  EXPECT_TRUE(is_news(message, Sender::heard));
  EXPECT_FALSE(is_news(message, Sender::muted));
  message.state = sdk::State::read;
  EXPECT_FALSE(is_news(message, Sender::heard));
  message.direction = sdk::Direction::outgoing, message.state = sdk::State::delivered;
  EXPECT_FALSE(is_news(message, Sender::heard));
}

}  // namespace
}  // namespace p2pchat::wx_gui
