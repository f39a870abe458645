// SPDX-License-Identifier: MIT
#include "event_heap.hpp"

#include <gtest/gtest.h>

namespace p2pchat::simulation {
namespace {

class EventHeapTest : public testing::Test {
 protected:
  EventHeap::Token note(std::uint64_t us, int what, Strand* of = nullptr) {
    return heap.at(
        us, [this, what] { ran.push_back(what); }, of);
  }
  Strand strand;
  EventHeap heap;
  std::vector<int> ran;
};

TEST_F(EventHeapTest, RunsInOrderOfTimeThenOfInsertion) {
  note(20, 1), note(10, 2), note(20, 3), note(10, 4);
  heap.run_to(15);
  EXPECT_EQ(ran, (std::vector{2, 4}));
  EXPECT_EQ(heap.now_us(), 15U);
  heap.run_to(30);
  EXPECT_EQ(ran, (std::vector{2, 4, 1, 3}));
}

TEST_F(EventHeapTest, ACancelledEventDoesNotRunAndItsTokenIsNeverAnothers) {
  const auto token = note(10, 1);
  heap.cancel(token);
  note(10, 2);
  heap.cancel(token);
  heap.run_to(10);
  EXPECT_EQ(ran, std::vector{2});
}

TEST_F(EventHeapTest, DroppingAStrandDropsItsEventsAndNoOthers) {
  note(1, 1, &strand), note(2, 2), note(3, 3, &strand), note(4, 4, &strand);
  heap.run_to(1);
  heap.drop(strand);
  note(5, 5, &strand);
  heap.run_to(10);
  EXPECT_EQ(ran, (std::vector{1, 2, 5}));
}

TEST_F(EventHeapTest, WhatAnEventAddsForNowRunsAfterIt) {
  heap.at(10, [this] { note(0, 1), ran.push_back(0); });
  heap.run_to(10);
  EXPECT_EQ(ran, (std::vector{0, 1}));
}

}  // namespace
}  // namespace p2pchat::simulation
