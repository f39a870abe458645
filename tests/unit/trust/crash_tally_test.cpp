// SPDX-License-Identifier: MIT
#include "crash_tally.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using trust::after_run;
using trust::CrashTally;
using trust::Culprit;

TEST(CrashTally, counts_runs_in_a_row) {
  const Culprit rot13{"rot13", "Crypto::seal"};
  auto tally = after_run({}, rot13);
  EXPECT_EQ(tally.at("rot13").runs, 1U);
  tally = after_run(tally, Culprit{"rot13", "Plugin::start"});
  EXPECT_EQ(tally.at("rot13").runs, 2U);
  EXPECT_EQ(tally.at("rot13").call, "Plugin::start");
}

TEST(CrashTally, forgets_one_crash_after_a_run_that_ended_otherwise) {
  const auto once = after_run({}, Culprit{"rot13", "loading"});
  EXPECT_TRUE(after_run(once, std::nullopt).empty());
  const auto other = after_run(once, Culprit{"mesh", "loading"});
  EXPECT_FALSE(other.contains("rot13"));
  EXPECT_EQ(other.at("mesh").runs, 1U);
}

TEST(CrashTally, keeps_a_plugin_suspended_until_it_is_forgiven) {
  const CrashTally twice{{"rot13", {2, "loading"}}};
  EXPECT_TRUE(after_run(twice, std::nullopt).contains("rot13"));
  EXPECT_TRUE(after_run(twice, Culprit{"mesh", "loading"}).contains("rot13"));
}

TEST(CrashTally, reads_what_it_wrote_and_passes_over_the_rest) {
  const CrashTally tally{{"mesh", {1, "Routing::join"}}, {"rot13", {2, "Plugin::start"}}};
  const auto read = trust::read_tally(to_text(tally) + "garbage\n\nmore garbage here\n\xff\xfe 1\n");
  EXPECT_EQ(to_text(read), to_text(tally));
}

}  // namespace
}  // namespace p2pchat::test
