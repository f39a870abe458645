// SPDX-License-Identifier: MIT
#include "config/config.hpp"

#include "config/nearest.hpp"
#include "config/paths.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace host;

Config read(const std::string& text, std::vector<std::string>& problems, const std::vector<std::string>& flags = {}) {
  std::string problem;
  auto settings = read_toml(text, "c.toml", problem);
  if (!problem.empty()) problems.push_back(problem);
  for (const auto& flag : flags) assign(settings, *read_assignment(flag));
  return configure(settings, problems);
}

Config good(const std::string& text, const std::vector<std::string>& flags = {}) {
  std::vector<std::string> problems;
  auto config = read(text, problems, flags);
  EXPECT_TRUE(problems.empty()) << problems.front();
  return config;
}

std::string bad(const std::string& text) {
  std::vector<std::string> problems;
  read(text, problems);
  return problems.empty() ? "" : problems.front();
}

TEST(Config, has_a_terminal_without_a_word_said) {
  const auto config = good("");
  EXPECT_EQ(config.profile, "terminal");
  EXPECT_EQ(config.plugins, (std::vector<std::string>{"socket-transport", "kademlia", "bottle", "crypto-rsa-aes",
                                                      "sqlite-store", "terminal-ui"}));
}

TEST(Config, gives_each_plugin_its_table_as_texts) {
  const auto config = good(
      "[plugin.a]\ntext = \"é\"\nnumber = -7\nfloat = 1.5\nflag = true\nlist = [\"x\", \"y\", 3]\nempty = []\n"
      "[plugin.'org.example.b']\nday = 2026-11-28\n");
  const auto& a = config.tables.at("a");
  EXPECT_EQ(a.at("text"), "é");
  EXPECT_EQ(a.at("number"), "-7");
  EXPECT_EQ(a.at("float"), "1.5");
  EXPECT_EQ(a.at("flag"), "true");
  EXPECT_EQ(a.at("list"), "x\ny\n3");
  EXPECT_EQ(a.at("empty"), "");
  EXPECT_EQ(config.tables.at("org.example.b").at("day"), "2026-11-28");
}

TEST(Config, gives_the_window_a_process_of_its_own_unless_told_otherwise) {
  EXPECT_EQ(good("profile = \"desktop\"").tables.at("wx-gui").at("isolate"), "true");
  EXPECT_EQ(good("profile = \"desktop\"\n[plugin.wx-gui]\nisolate = false").tables.at("wx-gui").at("isolate"), "false");
  EXPECT_FALSE(good("").tables.contains("wx-gui"));
  EXPECT_NE(bad("[plugin.wx-gui]\nisolate = \"maybe\"").find("must be true or false"), std::string::npos);
}

TEST(Config, is_refused_with_file_line_and_column) {
  EXPECT_EQ(bad("a = 1\nb = \n").substr(0, 10), "c.toml:2:5");
  EXPECT_EQ(bad("[node]\nname = [\"x\"]\n"), "c.toml:2:8: `node.name` is a list: give one text");
  EXPECT_EQ(bad("log.level = \"loud\"\n"), "c.toml:1:13: `log.level` must be trace, debug, info, warn or error");
  EXPECT_EQ(bad("node = \"x\"\n"), "c.toml:1:8: `node` holds settings: write `[node]` and its keys below");
  EXPECT_EQ(bad("plugin.a = 1\n"), "c.toml:1:12: `plugin.a` holds settings: write `[plugin.a]` and its keys below");
  EXPECT_EQ(bad("profiles.a = []\n").substr(0, 24), "c.toml:1:14: `profiles.a");
  EXPECT_NE(bad("[plugin.a]\nb = {c = 1}\n").find("c.toml:2:5: `plugin.a.b` is a table"), std::string::npos);
  EXPECT_NE(bad("[plugin.a]\nb = [[1]]\n").find("c.toml:2:5: `plugin.a.b` holds a list or table"), std::string::npos);
  EXPECT_NE(bad("[plugin.a]\nb = [\"1\\n2\"]\n").find("several lines"), std::string::npos);
}

TEST(Config, lets_a_profile_extend_another_and_leave_some_out) {
  const auto config = good(
      "profile = \"mine\"\n[profiles.mine]\nextends = \"headless\"\nwithout = [\"sqlite-store\"]\n"
      "plugins = [\"memory-store\", \"kademlia\"]\n");
  EXPECT_EQ(config.plugins,
            (std::vector<std::string>{"socket-transport", "kademlia", "bottle", "crypto-rsa-aes", "memory-store"}));
  EXPECT_EQ(good("[profiles.terminal]\nplugins = [\"a\"]\n").plugins, std::vector<std::string>{"a"});
}

TEST(Config, refuses_profiles_that_are_unknown_or_extend_each_other) {
  EXPECT_EQ(bad("profile = \"termnal\"\n"), "there is no profile `termnal`; did you mean `terminal`?");
  EXPECT_EQ(bad("profile = \"\"\n"), "there is no profile ``");
  EXPECT_EQ(bad("profile = \"a\"\n[profiles.a]\nextends = \"b\"\n"),
            "there is no profile `b`, which profile a extends");
  EXPECT_EQ(bad("profile = \"a\"\n[profiles.a]\nextends = \"b\"\n[profiles.b]\nextends = \"a\"\n"),
            "profiles extend each other in a circle: a -> b -> a");
}

TEST(Config, takes_a_flag_before_the_file_and_a_repeated_one_as_a_list) {
  const auto config = good("[plugin.k]\nx = [\"1\", \"2\", \"3\"]\n",
                           {"plugin.k.x=a=b", "plugin.k.x=c", "node.name=Ada", "plugin.org.example.y.z=deep"});
  EXPECT_EQ(config.tables.at("k").at("x"), "a=b\nc");
  EXPECT_EQ(config.name, "Ada");
  EXPECT_EQ(config.tables.at("org.example.y").at("z"), "deep");
}

TEST(Config, takes_no_flag_without_key_and_value) {
  for (const auto* text : {"", "=", "=x", "key", "a..b=1", ".a=1", "plugin.=1"})
    EXPECT_FALSE(read_assignment(text)) << text;
  EXPECT_TRUE(read_assignment("a="));
}

TEST(Config, warns_of_keys_nobody_reads_and_names_the_nearest) {
  const KnownKeys plugins{{"kademlia", {"bootstrap"}}};
  const auto warning = [&](const std::string& text) {
    std::string problem;
    const auto sentences = unknown_keys(read_toml(text, "c", problem), plugins);
    return sentences.empty() ? "" : sentences.front();
  };
  EXPECT_EQ(warning("[plugin.kademlia]\nbootstap = 1\n"),
            "c:2:12: nobody reads the key `plugin.kademlia.bootstap`; did you mean `bootstrap`?");
  EXPECT_EQ(warning("[plugin.kademlai]\nbootstrap = 1\n"),
            "c:2:13: no plugin found has the id `kademlai`; did you mean `kademlia`?");
  EXPECT_EQ(warning("[nod]\nname = \"x\"\n"), "c:2:8: nobody reads the key `nod.name`; did you mean `node`?");
  EXPECT_EQ(warning("[node]\nnaem = \"x\"\n"), "c:2:8: nobody reads the key `node.naem`; did you mean `name`?");
  EXPECT_EQ(warning("[profile]\nname = 1\n"), "c:2:8: nobody reads the key `profile.name`");
  EXPECT_EQ(warning("profile = \"x\"\n[profiles.x]\nplugins = []\n[plugin.kademlia]\nbootstrap = \"y\"\n"), "");
}

TEST(Nearest, counts_letters_inserted_removed_changed_and_swapped) {
  EXPECT_EQ(edit_distance("", "abc"), 3U);
  EXPECT_EQ(edit_distance("kitten", "sitting"), 3U);
  EXPECT_EQ(edit_distance("lst", "list"), 1U);
  EXPECT_EQ(edit_distance("naem", "name"), 1U);
}

TEST(Nearest, does_not_guess_when_nothing_is_near) {
  EXPECT_EQ(nearest("zebra", {"list", "info"}), "");
  EXPECT_EQ(nearest("x", {"y"}), "") << "every letter would have to change";
  EXPECT_EQ(nearest(std::string(5000, 'a'), {"a"}), "");
}

TEST(Paths, follow_flag_then_environment_then_file_then_home) {
  Environment environment{"/home/u", "", "", "", "/p1::/p2", "/opt/bin/p2pchat"};
  EXPECT_EQ(data_directory(environment, "", ""), "/home/u/.local/share/p2pchat");
  EXPECT_EQ(data_directory(environment, "", "/configured"), "/configured");
  environment.data_home = "relative";  // to be ignored, says the specification
  EXPECT_EQ(data_directory(environment, "", ""), "/home/u/.local/share/p2pchat");
  environment.data_dir = "/told";
  EXPECT_EQ(data_directory(environment, "", "/configured"), "/told");
  EXPECT_EQ(data_directory(environment, "/flag", "/configured"), "/flag");
  const auto folders = plugin_folders(environment, {"/first"});
  ASSERT_GE(folders.size(), 5U);
  EXPECT_EQ(folders[0], "/first");
  EXPECT_EQ(folders[2], "/p2");
  EXPECT_EQ(folders[3], "/home/u/.local/share/p2pchat/plugins");
  EXPECT_EQ(folders[4], "/opt/bin/plugins");
  EXPECT_EQ(folders[5].string().substr(0, 8), "/opt/lib");
}

TEST(Paths, are_empty_when_there_is_not_even_a_home) {
  EXPECT_TRUE(data_directory({}, "", "").empty());
  EXPECT_TRUE(config_file({}).empty());
}

}  // namespace
}  // namespace p2pchat::test
