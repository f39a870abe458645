// SPDX-License-Identifier: MIT
#include "transport/send_queue.hpp"

#include <gtest/gtest.h>

#include <string>

namespace p2pchat::transport {
namespace {

std::string text_of(const SendQueue& queue) {
  const auto octets = queue.waiting();
  return {octets.begin(), octets.end()};
}

/// Queues a text if it fits, and says so.
bool push(SendQueue& queue, std::string_view text, sdk::StatusFn done = {}) {
  if (!queue.fits(text.size())) return false;
  queue.push(sdk::bytes::of(text), std::move(done));
  return true;
}

sdk::StatusFn counting(int& count) {
  return [&count](const sdk::Status&) { ++count; };
}

TEST(SendQueue, HoldsFramesWithTheirLengthsInOneBuffer) {
  SendQueue queue(100);
  EXPECT_TRUE(queue.empty());
  EXPECT_TRUE(push(queue, "ab"));
  EXPECT_TRUE(push(queue, ""));
  EXPECT_TRUE(push(queue, "c"));
  EXPECT_EQ(text_of(queue), std::string("\0\0\0\2ab\0\0\0\0\0\0\0\1c", 15));
}

TEST(SendQueue, FinishesAFrameWithItsLastOctet) {
  SendQueue queue(100);
  int done = 0;
  std::vector<sdk::StatusFn> finished;
  push(queue, "ab", counting(done));
  push(queue, "cd", counting(done));
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

TEST(SendQueue, RefusesWhatWouldPassTheLimit) {
  SendQueue queue(16);
  EXPECT_FALSE(queue.fits(13));
  EXPECT_FALSE(queue.fits(~std::uint64_t{0}));
  EXPECT_TRUE(push(queue, "12345678"));  // 12 octets
  EXPECT_FALSE(queue.fits(1));
  EXPECT_TRUE(push(queue, ""));  // 16 octets
  EXPECT_FALSE(queue.fits(0));
  std::vector<sdk::StatusFn> finished;
  queue.wrote(5, finished);
  EXPECT_TRUE(queue.fits(1));
  EXPECT_FALSE(queue.fits(2));
}

TEST(SendQueue, StaysWithinItsLimitHoweverLongItIsNeverEmpty) {
  SendQueue queue(1'000);
  std::vector<sdk::StatusFn> finished;
  std::string expected, got;
  for (int i = 0; i < 5'000; ++i) {
    const std::string text(static_cast<std::size_t>(i % 50), static_cast<char>('a' + i % 26));
    if (push(queue, text)) expected += std::string("\0\0\0", 3) + static_cast<char>(i % 50) + text;
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
  for (int i = 0; i < 3; ++i) push(queue, "x", counting(done));
  std::vector<sdk::StatusFn> finished;
  queue.wrote(7, finished);
  queue.abandon(finished);
  EXPECT_EQ(finished.size(), 3u);
  EXPECT_TRUE(queue.empty());
  queue.abandon(finished);
  EXPECT_EQ(finished.size(), 3u);
}

}  // namespace
}  // namespace p2pchat::transport
