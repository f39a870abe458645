// SPDX-License-Identifier: MIT
#include "sea/sea_plan.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace p2pchat::test {
namespace {

using host::plan_sea;
using host::SeaStranger;

std::ptrdiff_t count(const std::vector<SeaStranger>& all, bool SeaStranger::*what) {
  return std::ranges::count_if(all, [&](const SeaStranger& each) { return each.*what; });
}

std::vector<std::string> names(const std::vector<SeaStranger>& all) {
  std::vector<std::string> found;
  for (const auto& each : all) found.push_back(each.name);
  return found;
}

TEST(SeaPlan, gives_thirty_nodes_five_talkers_three_doors_and_some_sleepers) {
  const auto strangers = plan_sea(30, 7);
  EXPECT_EQ(strangers.size(), 29U) << "one is mine";
  EXPECT_EQ(count(strangers, &SeaStranger::talkative), 5);
  EXPECT_EQ(count(strangers, &SeaStranger::bootstrap), 3);
  EXPECT_EQ(count(strangers, &SeaStranger::sleeps), 3);
}

TEST(SeaPlan, lets_nobody_sleep_whom_others_join_through_or_who_talks) {
  for (unsigned nodes = 1; nodes <= 500; ++nodes)
    for (const auto& stranger : plan_sea(nodes, nodes))
      EXPECT_FALSE(stranger.sleeps && (stranger.bootstrap || stranger.talkative)) << nodes;
}

TEST(SeaPlan, always_has_somebody_to_join_through_but_for_a_sea_of_one) {
  EXPECT_TRUE(plan_sea(1, 1).empty());
  for (unsigned nodes = 2; nodes <= 500; ++nodes) EXPECT_GE(count(plan_sea(nodes, 1), &SeaStranger::bootstrap), 1);
}

TEST(SeaPlan, gives_everybody_a_name_of_his_own) {
  const auto all = names(plan_sea(500, 3));
  EXPECT_EQ(std::set(all.begin(), all.end()).size(), 499U);
}

TEST(SeaPlan, is_the_same_for_the_same_seed_only) {
  const auto seeds = [](const std::vector<SeaStranger>& all) {
    std::vector<std::uint64_t> found;
    for (const auto& each : all) found.push_back(each.seed);
    return found;
  };
  EXPECT_EQ(names(plan_sea(30, 1)), names(plan_sea(30, 1)));
  EXPECT_EQ(seeds(plan_sea(30, 1)), seeds(plan_sea(30, 1)));
  EXPECT_NE(seeds(plan_sea(30, 1)), seeds(plan_sea(30, 2)));
}

TEST(SeaPlan, lets_a_sleeper_be_there_longer_than_away) {
  const auto sleeper = plan_sea(30, 1).back();
  for (unsigned i = 0; i < 100; ++i) {
    const auto nap = plan_nap(sleeper, i);
    EXPECT_GT(nap.awake, nap.asleep);
    EXPECT_GE(nap.asleep, std::chrono::seconds(30)) << "long enough to be missed";
  }
}

}  // namespace
}  // namespace p2pchat::test
