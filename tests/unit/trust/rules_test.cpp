// SPDX-License-Identifier: MIT
#include "folder.hpp"
#include "trust/pass.hpp"
#include "trust/sha256.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace p2pchat::test {
namespace {

using trust::Ground;
using trust::Policy;
using trust::Rules;

std::string sha256_of(const std::string& text) {
  return trust::sha256({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

/// A folder of ours and one of somebody else, with a file `x.so` of the same octets each.
class Ruled : public testing::Test {
 protected:
  Ruled() {
    std::filesystem::create_directory(folder / "own");
    std::filesystem::create_directory(folder / "other");
    own = folder.write("own/x.so", "octets");
    other = folder.write("other/x.so", "octets");
    for (const char* name : {"own", "other", "own/x.so", "other/x.so"}) ::chmod((folder / name).c_str(), 0755);
    rules.own_folders = {folder / "absent", folder / "own"};
  }
  void pin(const std::string& octets) { rules.lock.pins = {{sha256_of(octets), "x", "1", "2026-11-30"}}; }
  void expect_refused(const std::filesystem::path& file, const std::string& words) const {
    const auto ruling = trust::rule(rules, file, "x");
    EXPECT_EQ(ruling.ground, Ground::none) << file;
    EXPECT_NE(ruling.refusal.find(words), std::string::npos) << ruling.refusal;
  }
  Ground ground(const std::filesystem::path& file) const { return trust::rule(rules, file, "x").ground; }

  const Folder folder;
  std::filesystem::path own, other;
  Rules rules;
};

TEST_F(Ruled, our_own_run_and_those_of_others_need_somebody_to_vouch) {
  EXPECT_EQ(ground(own), Ground::own);
  expect_refused(other, "p2pchat plugin trust x");
}

TEST_F(Ruled, with_the_program_come_plugins_on_its_list_that_lie_in_its_folders) {
  EXPECT_TRUE(trust::comes_with_program(rules, own, "kademlia"));
  EXPECT_FALSE(trust::comes_with_program(rules, own, "x")) << "somebody else installed it there";
  EXPECT_FALSE(trust::comes_with_program(rules, other, "kademlia")) << "it only says so";
  rules.policy = Policy::any;
  EXPECT_FALSE(trust::comes_with_program(rules, other, "x"));
}

TEST_F(Ruled, a_pinned_file_runs_and_what_is_loaded_is_what_was_verified) {
  pin("octets");
  const auto ruling = trust::rule(rules, other, "x");
  EXPECT_EQ(ruling.ground, Ground::pin);
  ASSERT_TRUE(ruling.image);
  folder.write("other/x.so", "evil");
  EXPECT_EQ(std::string(ruling.image->octets().begin(), ruling.image->octets().end()), "octets");
}

TEST_F(Ruled, an_altered_file_does_not_run_wherever_it_is) {
  pin("octets before");
  expect_refused(other, "altered");
  expect_refused(own, "2026-11-30");
  rules.policy = Policy::path;
  expect_refused(other, "altered");
}

TEST_F(Ruled, by_path_runs_what_nobody_else_can_change) {
  rules.policy = Policy::path;
  EXPECT_EQ(ground(other), Ground::path);
  ::chmod(other.c_str(), 0757);
  expect_refused(other, "chmod o-w");
  ::chmod(other.c_str(), 0755);
  ::chmod((folder / "other").c_str(), 0777);
  expect_refused(other, "everybody can write");
}

TEST_F(Ruled, even_of_ours_none_runs_that_others_can_change) {
  ::chmod(own.c_str(), 0757);
  expect_refused(own, "its place is not safe");
}

TEST_F(Ruled, a_file_of_somebody_else_does_not_run_by_path) {
  if (::geteuid() != 0) GTEST_SKIP() << "only root can give files away";
  ASSERT_EQ(::chown(own.c_str(), 12345, 12345), 0);
  expect_refused(own, "belongs to user 12345");
}

TEST_F(Ruled, a_symbolic_link_out_of_the_folder_does_not_run_by_path_and_one_within_does) {
  std::filesystem::create_symlink(other, folder / "own/out.so");
  expect_refused(folder / "own/out.so", "symbolic link");
  std::filesystem::create_symlink("x.so", folder / "own/in.so");
  EXPECT_EQ(ground(folder / "own/in.so"), Ground::own);
  std::filesystem::create_symlink("nowhere", folder / "own/dangling.so");
  expect_refused(folder / "own/dangling.so", "cannot be looked at");
}

TEST_F(Ruled, with_any_everything_runs) {
  rules.policy = Policy::any;
  pin("other octets");
  ::chmod(other.c_str(), 0777);
  EXPECT_EQ(ground(other), Ground::any);
}

TEST_F(Ruled, a_safe_start_runs_what_comes_with_the_program_alone) {
  rules.start = Rules::Start::safe;
  rules.policy = Policy::any;
  pin("octets");
  expect_refused(own, "safe start");
  EXPECT_EQ(trust::rule(rules, own, "kademlia").ground, Ground::any);
  EXPECT_NE(trust::rule(rules, other, "kademlia").refusal, "");
}

TEST_F(Ruled, a_lock_that_cannot_be_read_is_named_where_a_pin_is_missed) {
  rules.lock.problems = {"plugins.lock:1: not a pin"};
  expect_refused(other, "plugins.lock:1");
}

TEST_F(Ruled, a_pass_rules_once_so_that_all_load_the_same) {
  pin("octets");
  trust::Pass pass(std::make_shared<Rules>(rules), other);
  EXPECT_EQ(pass.ruling("x").ground, Ground::pin);
  folder.write("other/x.so", "evil");
  EXPECT_EQ(pass.ruling("x").ground, Ground::pin);
  EXPECT_EQ(pass.name_here(), pass.name_here());
  EXPECT_NE(pass.name_here(), other);
  EXPECT_NE(pass.name_for_children().string().find(std::to_string(::getpid())), std::string::npos);
}

TEST(Policy, has_three_words) {
  EXPECT_EQ(trust::policy_from("pinned"), Policy::pinned);
  EXPECT_EQ(trust::policy_from("path"), Policy::path);
  EXPECT_EQ(trust::policy_from("any"), Policy::any);
  EXPECT_FALSE(trust::policy_from("all"));
}

}  // namespace
}  // namespace p2pchat::test
