// SPDX-License-Identifier: MIT
#include "trust/stall_watch.hpp"

#include "folder.hpp"
#include "trust/call_marker.hpp"
#include "trust/crash_report.hpp"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <csignal>

namespace p2pchat::test {
namespace {

using namespace std::chrono_literals;

// Waits for a line in the log; false after half a minute.
bool told(const Folder& folder, const std::string& words) {
  for (int i = 0; i < 3000; ++i, std::this_thread::sleep_for(10ms))
    if (folder.read("log").find(words) != std::string::npos) return true;
  return false;
}

TEST(StallWatch, names_the_call_that_does_not_return_once_and_the_thread_goes_on) {
  const Folder folder;
  folder.write("log", "");
  trust::report_crashes_to(folder / "log");
  trust::StallWatch watch;
  std::thread stalled([&] {
    watch.watch_this_thread();
    {
      const trust::CallMarker outer("mesh", "Routing::join");
      const trust::CallMarker marker("rot13", "Plugin::start");
      EXPECT_TRUE(told(folder, "plugin rot13 does not return from Plugin::start"));
      std::this_thread::sleep_for(1s);  // it would be told twice by then
    }
    const trust::CallMarker marker("mesh", "Routing::locate");
    EXPECT_TRUE(told(folder, "plugin mesh does not return from Routing::locate"));
  });
  stalled.join();
  const auto text = folder.read("log");
  EXPECT_EQ(text.find("Plugin::start"), text.rfind("Plugin::start")) << text;
  EXPECT_EQ(text.find("Routing::join"), std::string::npos);
}

TEST(Pulse, beats_with_each_call_and_knows_when_there_is_none) {
  trust::Pulse pulse;
  trust::watched = &pulse;
  EXPECT_FALSE(pulse.is_in_a_call());
  {
    const trust::CallMarker marker("rot13", "Plugin::start");
    EXPECT_TRUE(pulse.is_in_a_call());
    EXPECT_EQ(pulse.steps(), 1U);
  }
  EXPECT_FALSE(pulse.is_in_a_call());
  EXPECT_EQ(pulse.steps(), 2U);
  trust::watched = nullptr;
}

TEST(Pulse, is_given_up_only_in_the_call_it_was_seen_in) {
  trust::Pulse pulse;
  EXPECT_FALSE(pulse.give_up(pulse.steps())) << "it is in no call";
  pulse.began();
  const auto seen = pulse.steps();
  pulse.began();
  EXPECT_FALSE(pulse.give_up(seen)) << "it got on";
  pulse.ended();
  pulse.ended();
  EXPECT_FALSE(pulse.give_up(pulse.steps())) << "and would not have returned if it were given up still";
}

TEST(Pulse, returns_from_a_call_that_was_given_up_once_that_is_taken_back) {
  for (int round = 0; round < 200; ++round) {
    trust::Pulse pulse;
    std::atomic<bool> taken_back = false;
    pulse.began();
    ASSERT_TRUE(pulse.give_up(pulse.steps()));
    std::thread working([&] {
      pulse.ended();
      EXPECT_TRUE(taken_back);
    });
    taken_back = true;
    pulse.take_back();
    working.join();
  }
}

TEST(Pulse, wakes_who_waits_for_a_call_and_who_is_to_wait_no_more) {
  trust::Pulse pulse;
  std::atomic<int> woken = 0;
  std::thread waiter([&] {
    for (int call = 0; call < 200; ++call) {
      pulse.await_call();
      EXPECT_TRUE(pulse.is_in_a_call());
      woken = call + 1;
      woken.notify_all();
      while (pulse.steps() < 2U * (static_cast<unsigned>(call) + 1)) std::this_thread::yield();  // until it ended
    }
    pulse.await_call();
    EXPECT_FALSE(pulse.is_in_a_call());
  });
  for (int call = 0; call < 200; ++call) {
    pulse.began();
    woken.wait(call);
    pulse.ended();
  }
  pulse.wait_no_more();
  waiter.join();
  pulse.await_call();
}

}  // namespace
}  // namespace p2pchat::test
