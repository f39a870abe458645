// SPDX-License-Identifier: MIT
#include "worker_loop.hpp"

#include "census.hpp"

#include <gtest/gtest.h>

#include <atomic>

namespace p2pchat::isolation {
namespace {

using namespace std::chrono_literals;

TEST(WorkerLoop, RunsACallThatTakesItsTimeWithoutWorking) {
  WorkerLoop loop;
  bool ran = false;
  EXPECT_TRUE(loop.run(
      [&] {
        std::this_thread::sleep_for(250ms);
        ran = true;
      },
      100ms));
  EXPECT_TRUE(ran);
}

TEST(WorkerLoop, GivesUpOneThatWorksForLongerThanItMay) {
  std::atomic<bool> enough = false;
  WorkerLoop loop;
  EXPECT_FALSE(loop.run(
      [&] {
        while (!enough) {
        }
      },
      100ms));
  enough = true;
}

TEST(WorkerLoop, IsHereOnItsOwnThreadAlone) {
  WorkerLoop loop;
  bool here = false;
  loop.run([&] { here = loop.here(); });
  EXPECT_TRUE(here);
  EXPECT_FALSE(loop.here());
}

TEST(Census, CountsThreadsThatStayAndWaitsForThoseThatGo) {
  std::thread([] {}).join();  // with the first, a sanitizer begins one of its own
  const Census census;
  const auto before = census.threads();
  ASSERT_GE(before, 1U);
  std::atomic<bool> enough = false;
  std::thread other([&] { enough.wait(false); });
  EXPECT_EQ(census.above(before, 0ms), 1U);
  enough = true;
  enough.notify_all();
  other.join();
  EXPECT_EQ(census.above(before, 30s), 0U);
}

}  // namespace
}  // namespace p2pchat::isolation
