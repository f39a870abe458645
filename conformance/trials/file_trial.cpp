// SPDX-License-Identifier: MIT
// What can be told from the file, and from loading it.
#include "exported.hpp"
#include "plugins/library.hpp"
#include "plugins/verdict.hpp"
#include "process_state.hpp"
#include "subject.hpp"

#include <gtest/gtest.h>

#include <regex>

namespace p2pchat::conformance {
namespace {

TEST(File, Holds_a_manifest_that_this_host_reads) {
  const Subject subject;
  ASSERT_EQ(subject.reading().outcome, host::ManifestReading::Outcome::read) << subject.reading().detail;
  std::vector<host::Candidate> candidates(1);
  candidates[0].file = subject.file();
  candidates[0].reading = subject.reading();
  host::judge_files(candidates, {subject.id()}, "check", host::Speech::own());
  EXPECT_TRUE(candidates[0].good()) << candidates[0].reason;
}

TEST(File, Says_who_it_is) {
  const Subject subject;
  const auto& manifest = subject.reading().manifest;
  EXPECT_TRUE(std::regex_match(subject.id(), std::regex("[a-z][a-z0-9]*(-[a-z0-9]+)*")))
      << "`" << subject.id() << "`: an id is lower-case letters, digits and dashes";
  EXPECT_STRNE(manifest.name, "") << "people see this";
  EXPECT_STRNE(manifest.version, "") << "problem reports name this";
  EXPECT_STRNE(manifest.license, "") << "whether others may use it";
}

TEST(File, Gives_others_its_manifest_and_its_constructor_and_nothing_else) {
  EXPECT_EQ(exported_names(Subject().file()), (std::set<std::string>{"p2pchat_manifest", sdk::create_symbol}))
      << "whatever else is there may take the place of somebody else's; p2pchat_add_plugin hides it";
}

TEST(File, Loads_with_all_its_symbols) {
  std::string error;
  EXPECT_TRUE(host::load_plugin(Subject().file(), error)) << error;
}

TEST(File, Does_nothing_while_it_is_loaded) {
  const auto before = ProcessState::now();
  std::string error;
  testing::internal::CaptureStdout();
  ASSERT_TRUE(host::load_plugin(Subject().file(), error)) << error;
  EXPECT_EQ(testing::internal::GetCapturedStdout(), "") << "printed before anybody asked it to work";
  const auto after = ProcessState::now();
  EXPECT_EQ(added(before.threads, after.threads), "") << "threads";
  EXPECT_EQ(after.handlers, before.handlers) << "signal handlers";
  EXPECT_EQ(after.locale, before.locale);
}

}  // namespace
}  // namespace p2pchat::conformance
