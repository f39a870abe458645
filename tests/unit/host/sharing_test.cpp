// SPDX-License-Identifier: MIT
// What the nodes of one process share, and what each of them takes away when it goes.
#include "loop/serial_lane.hpp"
#include "support/loop_world.hpp"

#include <gtest/gtest.h>

#include <future>

namespace p2pchat::test {
namespace {

TEST(SerialLane, finishes_what_it_was_given_and_drops_what_comes_later) {
  host::Threads threads;
  host::SerialThread thread(threads);
  std::promise<void> go;
  std::vector<int> ran;
  host::SerialLane mine(thread), other(thread);
  mine.run([gate = go.get_future().share()] { gate.wait(); });
  for (int i = 0; i < 10; ++i) mine.run([&, i] { ran.push_back(i); });
  go.set_value();
  mine.finish();
  EXPECT_EQ(ran.size(), 10U);
  const auto held = std::make_shared<int>(0);
  mine.run([&, held] { ran.push_back(10); });
  EXPECT_EQ(held.use_count(), 1) << "dropped at once";
  other.run([&] { ran.push_back(11); });
  other.finish();
  EXPECT_EQ(ran.back(), 11) << "the thread serves the others";
  EXPECT_EQ(ran.size(), 11U);
}

TEST(SerialLane, frees_a_job_before_it_counts_as_finished) {
  host::Threads threads;
  host::SerialThread thread(threads);
  const auto held = std::make_shared<int>(0);
  for (int i = 0; i < 100; ++i) {
    host::SerialLane lane(thread);
    lane.run([held] {});
    lane.finish();
    ASSERT_EQ(held.use_count(), 1);
  }
}

TEST(EventBus, is_outlived_by_the_events_it_was_given) {
  LoopWorld world;
  auto bus = std::make_unique<host::EventBus>(world.loop);
  int heard = 0;
  world.run([&] {
    host::Facade facade({world.threads, world.loop, world.workers, *bus, world.log, world.plugins}, "mine", {});
    facade.subscribe("", [&](sdk::str, const sdk::Id&, sdk::bytes) { ++heard; });
    bus->publish("x", {}, {});
    facade.close();
    bus.reset();
    world.finish_later();
  });
  EXPECT_EQ(heard, 0);
}

}  // namespace
}  // namespace p2pchat::test
