// SPDX-License-Identifier: MIT
#include "cli/first_start.hpp"

#include <gtest/gtest.h>

#include <fstream>

namespace p2pchat::test {
namespace {

namespace fs = std::filesystem;
using host::Arguments;
using Everything = host::Setup;  // a fixture may not call anything Setup

/// A home in which nothing has happened yet.
class FirstStart : public testing::Test {
 protected:
  FirstStart() {
    fs::remove_all(home);
    fs::create_directories(home / "data");
    setup.config_file = home / "config.toml";
    setup.data_dir = home / "data";
  }
  ~FirstStart() override { fs::remove_all(home); }
  bool in_sea() const { return starts_in_sea(setup, environment); }

  const fs::path home = fs::path(testing::TempDir()) / ("first-start-" + std::to_string(::getpid()));
  Everything setup;
  host::Environment environment;
};

TEST_F(FirstStart, is_in_the_practice_sea_when_nothing_says_otherwise) {
  EXPECT_TRUE(in_sea());
  setup.arguments.json = setup.arguments.line = true;
  setup.arguments.log_level = "debug";
  setup.arguments.plugin_dirs = {"/somewhere"};
  EXPECT_TRUE(in_sea()) << "how it looks and speaks is not where it goes";
}

TEST_F(FirstStart, is_real_when_it_is_called_by_name) {
  setup.arguments.command = Arguments::Command::run;
  EXPECT_FALSE(in_sea());
}

TEST_F(FirstStart, is_real_as_soon_as_anything_was_said) {
  for (auto said : {&Arguments::profile, &Arguments::config, &Arguments::data_dir}) {
    setup.arguments.*said = "x";
    EXPECT_FALSE(in_sea());
    (setup.arguments.*said).clear();
  }
  setup.arguments.assignments = {"plugin.kademlia.bootstrap=a:1"};
  EXPECT_FALSE(in_sea());
  setup.arguments.assignments.clear();
  environment.data_dir = "/data";
  EXPECT_FALSE(in_sea());
}

TEST_F(FirstStart, is_real_when_there_is_a_configuration_or_an_identity) {
  std::ofstream(setup.config_file) << "";
  EXPECT_FALSE(in_sea());
  fs::remove(setup.config_file);
  EXPECT_TRUE(in_sea());
  fs::create_symlink("/nowhere", setup.data_dir / "identity.p8");
  EXPECT_FALSE(in_sea()) << "even one that leads nowhere: somebody put it there";
}

class UsualProfile : public FirstStart {
 protected:
  UsualProfile() {
    environment.has_display = true;
    std::ofstream(home / "data" / "wx-gui.so") << "";
  }
  std::string profile() const { return usual_profile(setup.arguments, environment, {home, home / "data"}); }
};

TEST_F(UsualProfile, is_a_window_where_there_is_a_display) {
  for (auto command : {Arguments::Command::none, Arguments::Command::run, Arguments::Command::sea}) {
    setup.arguments.command = command;
    EXPECT_EQ(profile(), "desktop");
  }
  environment.has_display = false;
  EXPECT_EQ(profile(), "terminal");
}

TEST_F(UsualProfile, is_the_terminal_where_no_window_is_installed) {
  fs::remove(home / "data" / "wx-gui.so");
  EXPECT_EQ(profile(), "terminal");
}

TEST_F(UsualProfile, is_the_terminal_for_who_asks_for_lines) {
  setup.arguments.for_ui = {"--line"};
  EXPECT_EQ(profile(), "terminal");
  setup.arguments.command = Arguments::Command::plugin_list;
  EXPECT_EQ(profile(), "desktop") << "that is no start: it answers for what a start without words would be";
}

}  // namespace
}  // namespace p2pchat::test
