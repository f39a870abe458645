// SPDX-License-Identifier: MIT
#include "bottle/retries.hpp"

#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

using namespace bottle;

constexpr Waits waits{.first_ms = 1'000, .longest_ms = 3'000};

class Tries : public testing::Test {
 protected:
  /// How often each was tried.
  std::map<int, int> tried_;
  VirtualClock clock_;
  VirtualHost host_{clock_};
  Hope hope_ = Hope::somebody_comes;
  Retries<int> retries_{host_, [this](const int& key) {
                          ++tried_[key];
                          retries_.later(key, waits, hope_);
                        }};
};

TEST_F(Tries, WaitTwiceAsLongEachTimeAndNoLongerThanTheLongest) {
  retries_.begin(7);
  for (const auto at_ms : {1'000, 2'000, 3'000, 3'000}) {
    const auto before = tried_[7];
    clock_.run_for(static_cast<std::uint64_t>(at_ms) - 1);
    EXPECT_EQ(tried_[7], before);
    clock_.run_for(1);
    EXPECT_EQ(tried_[7], before + 1);
  }
}

TEST_F(Tries, ThatHaveBegunAreNotBegunAgain) {
  retries_.begin(7);
  retries_.begin(7);
  EXPECT_EQ(tried_[7], 1);
}

TEST_F(Tries, ComeAtOnceWhenSomebodyComesWhoFits) {
  retries_.begin(7);
  retries_.begin(8);
  retries_.on_online([](const int& key) { return key == 7; });
  EXPECT_EQ(tried_[7], 2);
  EXPECT_EQ(tried_[8], 1);
}

TEST_F(Tries, ThatOnlyTimeHelpsWaitForIt) {
  hope_ = Hope::time_passes;
  retries_.begin(7);
  retries_.on_online([](const int&) { return true; });
  EXPECT_EQ(tried_[7], 1);
  clock_.run_for(1'000);
  EXPECT_EQ(tried_[7], 2);
}

TEST_F(Tries, ThatEndedAreOver) {
  retries_.begin(7);
  retries_.end(7);
  clock_.run_for(60'000);
  retries_.on_online([](const int&) { return true; });
  EXPECT_EQ(tried_[7], 1);
  retries_.begin(7);
  clock_.run_for(999);
  EXPECT_EQ(tried_[7], 2) << "and begin from the first wait again";
  clock_.run_for(1);
  EXPECT_EQ(tried_[7], 3);
}

}  // namespace
}  // namespace p2pchat::test
