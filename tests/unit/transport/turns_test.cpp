// SPDX-License-Identifier: MIT
#include "transport/turns.hpp"

#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

#include <string>

namespace p2pchat::transport {
namespace {

class OfTurns : public testing::Test {
 protected:
  using Event = EventAt<std::string>;
  void push(StreamId stream) {
    Event event;
    event.stream = stream;
    inbox.push(event);
  }
  /// A turn in which each event takes `ms`; what is 0 stops the transport.
  bool turn(std::uint64_t ms) {
    return turns.take(
        host, inbox,
        [&](const Event& event, std::span<const std::uint8_t>) {
          handed.push_back(event.stream);
          clock.run_for(ms);
          return event.stream != 0;
        },
        [&] { ++resumed; });
  }

  test::VirtualClock clock;
  test::VirtualHost host{clock};
  InboxOf<Event> inbox{3 * sizeof(Event), [] {}};
  Turns<Event> turns;
  std::vector<StreamId> handed;
  int resumed = 0;
};

TEST_F(OfTurns, EndsWhenItsTimeIsOverAndGoesOnWhereItEnded) {
  for (StreamId stream = 1; stream <= 5; ++stream) push(stream);
  EXPECT_TRUE(turn(3));
  EXPECT_EQ(handed, (std::vector<StreamId>{1, 2})) << "after 6 ms others wait";
  push(6);
  while (turn(0)) {
  }
  EXPECT_EQ(handed, (std::vector<StreamId>{1, 2, 3, 4, 5, 6}));
}

TEST_F(OfTurns, HandsOnNothingMoreToATransportThatStopped) {
  for (const StreamId stream : {1, 0, 2}) push(stream);
  EXPECT_FALSE(turn(0));
  EXPECT_EQ(handed, (std::vector<StreamId>{1, 0}));
}

TEST_F(OfTurns, LetsReadersGoOnThatHadPaused) {
  push(1);
  EXPECT_TRUE(turn(0));
  EXPECT_EQ(resumed, 0);
  for (StreamId stream = 2; stream <= 5; ++stream) push(stream);
  EXPECT_TRUE(turn(0));
  EXPECT_EQ(resumed, 1);
}

}  // namespace
}  // namespace p2pchat::transport
