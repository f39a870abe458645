// SPDX-License-Identifier: MIT
#include "transport/inbox.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace p2pchat::transport {
namespace {

using Event = EventAt<std::string>;
using Batch = BatchOf<Event>;
using Inbox = InboxOf<Event>;

Event event_of(StreamId stream) {
  Event event;
  event.stream = stream;
  return event;
}

std::span<const std::uint8_t> octets(std::string_view text) {
  return {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()};
}

TEST(Inbox, HandsOverEverythingInOrderWithItsOctets) {
  Inbox inbox(1'000'000, [] {});
  inbox.push(event_of(1), octets("one"));
  inbox.push(event_of(2));
  inbox.push(event_of(3), octets("three"));
  Batch batch;
  inbox.take(batch);
  ASSERT_EQ(batch.events.size(), 3u);
  std::string texts;
  for (const auto& event : batch.events) {
    const auto part = batch.octets_of(event);
    texts += std::to_string(event.stream) + std::string(part.begin(), part.end()) + ";";
  }
  EXPECT_EQ(texts, "1one;2;3three;");
  inbox.take(batch);
  EXPECT_TRUE(batch.events.empty());
  EXPECT_TRUE(batch.octets.empty());
}

TEST(Inbox, GivesBackWhatARushMadeItGrowToOnceLittleCame) {
  Inbox inbox(1'000'000, [] {});
  Batch batch;
  for (int i = 0; i < 4; ++i) {  // both buffers
    inbox.push(event_of(1), octets(std::string(100'000, 'x')));
    inbox.take(batch);
  }
  EXPECT_GE(batch.octets.capacity(), 100'000u);
  for (std::size_t i = 0; i < 2 * Inbox::calm_batches; ++i) {
    inbox.push(event_of(2), octets("little"));
    inbox.take(batch);
  }
  EXPECT_LE(batch.octets.capacity(), Inbox::usual_octets);
  inbox.push(event_of(3), octets("little"));
  inbox.take(batch);
  EXPECT_LE(batch.octets.capacity(), Inbox::usual_octets);
  EXPECT_EQ(batch.events.size(), 1u);
}

TEST(Inbox, KeepsItsBuffersWhileMuchComes) {
  Inbox inbox(1'000'000, [] {});
  Batch batch;
  std::size_t least = 1'000'000;
  for (std::size_t i = 0; i < 4 * Inbox::calm_batches; ++i) {
    inbox.push(event_of(1), octets(std::string(i % 3 == 0 ? 100'000 : 10, 'x')));
    inbox.take(batch);
    if (i > 8) least = std::min(least, batch.octets.capacity());
  }
  EXPECT_GE(least, 100'000u);
}

TEST(Inbox, WakesTheLoopOnceUntilTheLoopFoundNothing) {
  int woken = 0;
  Inbox inbox(1'000'000, [&] { ++woken; });
  inbox.push(event_of(1));
  inbox.push(event_of(2));
  EXPECT_EQ(woken, 1);
  Batch batch;
  inbox.take(batch);
  inbox.push(event_of(3));  // the loop, still at work on the batch, comes back by itself
  EXPECT_EQ(woken, 1);
  inbox.take(batch);
  inbox.take(batch);
  EXPECT_TRUE(batch.events.empty());
  inbox.push(event_of(4));
  EXPECT_EQ(woken, 2);
}

TEST(Inbox, PausesReadersWhenTheLoopIsBehindAndTellsWhoCatchesUp) {
  Inbox inbox(1'000, [] {});
  Batch batch;
  EXPECT_TRUE(inbox.push(event_of(1), octets(std::string(500, 'x'))));
  EXPECT_TRUE(inbox.room());
  EXPECT_EQ(inbox.take(batch), Inbox::Readers::reading);
  EXPECT_FALSE(inbox.push(event_of(1), octets(std::string(1'000, 'x'))));
  EXPECT_FALSE(inbox.room());
  EXPECT_EQ(inbox.take(batch), Inbox::Readers::paused);
  EXPECT_TRUE(inbox.room());
  EXPECT_EQ(inbox.take(batch), Inbox::Readers::reading);
}

TEST(Inbox, CountsEventsWithoutOctetsToo) {
  Inbox inbox(1'000, [] {});
  bool room = true;
  for (int i = 0; i < 1'000 && room; ++i) room = inbox.push(event_of(1));
  EXPECT_FALSE(room);
}

}  // namespace
}  // namespace p2pchat::transport
