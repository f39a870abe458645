// SPDX-License-Identifier: MIT
#include "mail/delivery.hpp"

#include <gtest/gtest.h>

#include <map>

namespace p2pchat::messaging {
namespace {

using sdk::State;
using Event = DeliveryEvent;

constexpr State states[] = {State::queued, State::sent, State::delivered, State::read, State::failed};
constexpr Event events[] = {Event::left,     Event::delivered, Event::read,   Event::put_off,
                            Event::rejected, Event::given_up,  Event::retried};

TEST(Delivery, EveryStepThatExistsIsOneOfThese) {
  const std::map<std::pair<State, Event>, State> steps = {
      {{State::queued, Event::left}, State::sent},           {{State::queued, Event::delivered}, State::delivered},
      {{State::queued, Event::read}, State::read},           {{State::queued, Event::put_off}, State::queued},
      {{State::queued, Event::rejected}, State::failed},     {{State::queued, Event::given_up}, State::failed},
      {{State::sent, Event::delivered}, State::delivered},   {{State::sent, Event::read}, State::read},
      {{State::sent, Event::put_off}, State::queued},        {{State::sent, Event::rejected}, State::failed},
      {{State::sent, Event::given_up}, State::failed},       {{State::delivered, Event::read}, State::read},
      {{State::failed, Event::delivered}, State::delivered}, {{State::failed, Event::read}, State::read},
      {{State::failed, Event::retried}, State::queued},
  };
  for (const auto state : states)
    for (const auto event : events) {
      const auto expected = steps.find({state, event});
      const auto next = next_state(state, event);
      if (expected == steps.end())
        EXPECT_FALSE(next) << int(state) << " " << int(event);
      else
        EXPECT_EQ(next, expected->second) << int(state) << " " << int(event);
    }
}

TEST(Delivery, WhatTheReceiverHasNeverFailsAndWhatWasReadStaysRead) {
  for (const auto event : events) {
    EXPECT_NE(next_state(State::delivered, event), State::failed);
    EXPECT_FALSE(next_state(State::read, event));
  }
}

TEST(Delivery, OnlyARefusalThatMayPassLetsAMessageWait) {
  EXPECT_TRUE(may_pass("not-a-contact"));
  EXPECT_TRUE(may_pass("busy"));
  EXPECT_FALSE(may_pass("too-large"));
  EXPECT_FALSE(may_pass(""));
}

TEST(Retry, DelaysDoubleToFiveMinutesAndNeverLeaveTheUpperHalf) {
  for (std::uint32_t failures = 0; failures < 100; ++failures) {
    const auto full = failures > 8 ? 300'000 : std::min<std::uint64_t>(300'000, 2'000 << failures);
    for (const std::uint64_t dice : {0ULL, 1ULL, 999ULL, 123'456'789ULL, ~0ULL}) {
      const auto delay = retry_delay_ms(failures, 2'000, dice);
      EXPECT_LE(delay, full);
      EXPECT_GE(delay, full / 2);
    }
  }
}

TEST(Retry, TheDiceReachBothEnds) {
  EXPECT_EQ(retry_delay_ms(0, 2'000, 0), 2'000);
  EXPECT_EQ(retry_delay_ms(0, 2'000, 1'000), 1'000);
}

}  // namespace
}  // namespace p2pchat::messaging
