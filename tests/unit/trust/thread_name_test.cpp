// SPDX-License-Identifier: MIT
#include "trust/thread_name.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <thread>

namespace p2pchat::test {
namespace {

TEST(ThreadName, tells_whose_threads_still_run) {
  const std::string plugin = "a-plugin-with-a-long-name";
  std::thread([] {}).join();  // with the first, a sanitizer begins one of its own
  std::atomic<bool> enough = false;
  std::thread its_own, of_the_program;
  {
    const trust::ThreadName name(plugin);
    its_own = std::thread([&] { enough.wait(false); });
  }
  of_the_program = std::thread([&] { enough.wait(false); });
  EXPECT_EQ(trust::threads_left({"another", plugin}),
            (std::vector<std::string>{"plugin " + plugin + " has stopped, and left 1 of its threads running"}));
  enough = true;
  enough.notify_all();
  its_own.join();
  of_the_program.join();
  EXPECT_TRUE(trust::threads_left({"another", plugin}).empty());
}

}  // namespace
}  // namespace p2pchat::test
