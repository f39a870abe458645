// SPDX-License-Identifier: MIT
#include "send_queue.hpp"

#include <gtest/gtest.h>

#include <string>

namespace p2pchat::socket_transport {
namespace {

std::string text_of(const SendQueue& queue) {
  const auto octets = queue.waiting();
  return {octets.begin(), octets.end()};
}

sdk::StatusFn counting(int& count) {
  return [&count](const sdk::Status&) { ++count; };
}

TEST(SendQueue, HoldsFramesWithTheirLengthsInOneBuffer) {
  SendQueue queue(100);
  EXPECT_TRUE(queue.empty());
  EXPECT_TRUE(queue.push(sdk::bytes::of("ab"), {}));
  EXPECT_TRUE(queue.push(sdk::bytes::of(""), {}));
  EXPECT_TRUE(queue.push(sdk::bytes::of("c"), {}));
  EXPECT_EQ(text_of(queue), std::string("\0\0\0\2ab\0\0\0\0\0\0\0\1c", 15));
}

TEST(SendQueue, FinishesAFrameWithItsLastOctet) {
  SendQueue queue(100);
  int done = 0;
  std::vector<sdk::StatusFn> finished;
  queue.push(sdk::bytes::of("ab"), counting(done));
  queue.push(sdk::bytes::of("cd"), counting(done));
  queue.wrote(5, finished);
  EXPECT_EQ(finished.size(), 0u);
  queue.wrote(1, finished);
  EXPECT_EQ(finished.size(), 1u);
  EXPECT_EQ(text_of(queue), std::string("\0\0\0\2cd", 6));
  queue.wrote(6, finished);
  EXPECT_EQ(finished.size(), 2u);
  EXPECT_TRUE(queue.empty());
  EXPECT_EQ(done, 0);  // calling them is up to the owner
}

TEST(SendQueue, RefusesWhatWouldPassTheLimitAndLeavesItsDone) {
  SendQueue queue(16);
  int done = 0;
  auto last = counting(done);
  EXPECT_TRUE(queue.push(sdk::bytes::of("12345678"), {}));  // 12 octets
  EXPECT_FALSE(queue.push(sdk::bytes::of("1"), std::move(last)));
  EXPECT_TRUE(static_cast<bool>(last));
  EXPECT_TRUE(queue.push(sdk::bytes::of(""), {}));  // 16 octets
  std::vector<sdk::StatusFn> finished;
  queue.wrote(5, finished);
  EXPECT_TRUE(queue.push(sdk::bytes::of("1"), std::move(last)));
}

TEST(SendQueue, StaysWithinItsLimitHoweverLongItIsNeverEmpty) {
  SendQueue queue(1'000);
  std::vector<sdk::StatusFn> finished;
  std::string expected, got;
  for (int i = 0; i < 5'000; ++i) {
    const std::string text(static_cast<std::size_t>(i % 50), static_cast<char>('a' + i % 26));
    if (queue.push(sdk::bytes::of(text), {})) expected += std::string("\0\0\0", 3) + static_cast<char>(i % 50) + text;
    ASSERT_LE(queue.waiting().size(), 1'000u);
    const auto size = std::min<std::size_t>(queue.waiting().size(), 23);
    got += text_of(queue).substr(0, size);
    queue.wrote(size, finished);
  }
  got += text_of(queue);
  EXPECT_EQ(got, expected);
}

TEST(SendQueue, GivesEveryDoneBackWhenItIsAbandoned) {
  SendQueue queue(100);
  int done = 0;
  for (int i = 0; i < 3; ++i) queue.push(sdk::bytes::of("x"), counting(done));
  std::vector<sdk::StatusFn> finished;
  queue.wrote(7, finished);
  queue.abandon(finished);
  EXPECT_EQ(finished.size(), 3u);
  EXPECT_TRUE(queue.empty());
  queue.abandon(finished);
  EXPECT_EQ(finished.size(), 3u);
}

}  // namespace
}  // namespace p2pchat::socket_transport
