// SPDX-License-Identifier: MIT
#include "credit.hpp"

#include <gtest/gtest.h>

namespace p2pchat::kademlia {
namespace {

TEST(Credit, IsGivenUntilTwoReferralsFail) {
  Credit credit;
  const Referrers by{credit.add()};
  EXPECT_FALSE(credit.is_doubtful(by));
  credit.move(by, Progress::fresh, Progress::asked);
  credit.move(by, Progress::asked, Progress::failed);
  EXPECT_FALSE(credit.is_doubtful(by));
  credit.move(by, Progress::fresh, Progress::asked);
  credit.move(by, Progress::asked, Progress::slow);
  EXPECT_TRUE(credit.is_doubtful(by));
  credit.move(by, Progress::slow, Progress::answered);
  EXPECT_FALSE(credit.is_doubtful(by)) << "it was only late";
}

TEST(Credit, OneFalseReferralCountsTwiceAndThoseThatAnswerCountAgainstIt) {
  Credit credit;
  const Referrers by{credit.add()};
  credit.move(by, Progress::asked, Progress::disproved);
  EXPECT_TRUE(credit.is_doubtful(by));
  credit.move(by, Progress::asked, Progress::answered);
  credit.move(by, Progress::asked, Progress::answered);
  EXPECT_FALSE(credit.is_doubtful(by));
}

TEST(Credit, OneGoodReferrerIsEnough) {
  Credit credit;
  const auto bad = credit.add(), good = credit.add();
  credit.move({bad}, Progress::asked, Progress::disproved);
  EXPECT_TRUE(credit.is_doubtful({bad}));
  EXPECT_FALSE(credit.is_doubtful({bad, good}));
}

TEST(Credit, IsSpentWhileTwoAreInFlightAndNoneHasAnswered) {
  Credit credit;
  const Referrers by{credit.add()};
  credit.move(by, Progress::fresh, Progress::asked);
  EXPECT_FALSE(credit.is_spent(by));
  credit.move(by, Progress::fresh, Progress::asked);
  EXPECT_TRUE(credit.is_spent(by));
  credit.move(by, Progress::asked, Progress::answered);
  EXPECT_FALSE(credit.is_spent(by));
  credit.move(by, Progress::fresh, Progress::asked);
  EXPECT_FALSE(credit.is_spent(by)) << "it has shown that its word is good";
}

}  // namespace
}  // namespace p2pchat::kademlia
