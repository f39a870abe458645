// SPDX-License-Identifier: MIT
#include "loss.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

/// After a thousand answers of which every n-th came to a request that was sent again; none when that is 0.
Loss with_every(int nth) {
  Loss loss;
  for (int i = 1; i <= 1'000; ++i) loss.learn(nth > 0 && i % nth == 0);
  return loss;
}

TEST(Loss, ARequestIsSentTwiceWhereNextToNothingIsLost) {
  EXPECT_EQ(Loss().tries(), 2U);
  EXPECT_EQ(with_every(0).tries(), 2U);
  EXPECT_EQ(with_every(200).tries(), 2U);
}

TEST(Loss, ARequestIsSentThreeTimesWhereTwoOfAHundredDatagramsAreLost) { EXPECT_EQ(with_every(25).tries(), 3U); }

TEST(Loss, ARequestIsSentFourTimesWhereTenOfAHundredAre) { EXPECT_EQ(with_every(5).tries(), 4U); }

TEST(Loss, IsNoneOnlyWhereHardlyAnyRequestIsSentAgain) {
  EXPECT_TRUE(Loss().is_none());
  EXPECT_TRUE(with_every(0).is_none());
  EXPECT_FALSE(with_every(50).is_none());
}

TEST(Loss, IsForgottenWhenTheNetworkIsGoodAgain) {
  auto loss = with_every(5);
  for (int i = 0; i < 300; ++i) loss.learn(false);
  EXPECT_EQ(loss.tries(), 2U);
}

}  // namespace
}  // namespace p2pchat::kademlia
