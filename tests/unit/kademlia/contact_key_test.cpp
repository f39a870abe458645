// SPDX-License-Identifier: MIT
#include "routing/contact_key.hpp"

#include "routing/one_time.hpp"
#include "support/contact_identity.hpp"

#include <gtest/gtest.h>

namespace p2pchat::test {
namespace {

/// An identity whose first delegations fail, as when the process of the cipher has ended.
class Unlucky final : public sdk::Identity {
 public:
  Unlucky(sdk::Host& host, sdk::Identity& lucky, unsigned failures) : host_(host), lucky_(lucky), left_(failures) {}
  void self(sdk::Fn<void(const sdk::Status&, const sdk::Id&, sdk::bytes)>&&) noexcept override {}
  void sign(sdk::bytes, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) noexcept override {}
  void open(sdk::bytes, sdk::bytes, sdk::Fn<void(const sdk::Status&, sdk::bytes)>&&) noexcept override {}
  void delegate(std::uint64_t expiry_ms,
                sdk::Fn<void(const sdk::Status&, sdk::bytes, sdk::bytes)>&& done) noexcept override {
    ++tries;
    if (left_ == 0) return lucky_.delegate(expiry_ms, std::move(done));
    --left_;
    host_.post([done = std::move(done)] { done({sdk::Errc::cancelled, "gone"}, {}, {}); });
  }
  unsigned tries = 0;

 private:
  sdk::Host& host_;
  sdk::Identity& lucky_;
  unsigned left_;
};

class OfContactKey : public testing::Test {
 protected:
  VirtualClock clock;
  VirtualHost host{clock};
  ContactCrypto crypto{host};
  ContactIdentity identity{host, crypto};
};

TEST_F(OfContactKey, a_failure_is_followed_by_another_try_soon_and_then_less_soon) {
  Unlucky unlucky(host, identity, 3);
  routing::ContactKey key(host, crypto, unlucky);
  unsigned made = 0;
  key.start([&] { ++made; });
  clock.run_for(6'000);
  EXPECT_EQ(unlucky.tries, 3U) << "at once, after 1 s, after 2 s more, but not yet after 4 s more";
  key.renew_if_due();
  EXPECT_EQ(unlucky.tries, 3U) << "it waits";
  clock.run_for(3'000);
  EXPECT_EQ(made, 1U);
  EXPECT_TRUE(key.is_ready());
  key.renew_if_due();
  clock.run_for(60'000);
  EXPECT_EQ(unlucky.tries, 4U);
}

TEST_F(OfContactKey, a_one_time_pair_that_failed_is_made_with_the_next_greeting) {
  routing::OneTimes pairs(host, crypto);
  crypto.is_gone = true;
  for (int i = 0; i < 3; ++i) EXPECT_TRUE(pairs.now()->share.empty());
  crypto.is_gone = false;
  const auto made = pairs.now();
  EXPECT_FALSE(made->share.empty());
  EXPECT_EQ(pairs.now(), made) << "that one is kept";
}

TEST_F(OfContactKey, the_pause_between_tries_is_a_minute_at_most) {
  Unlucky unlucky(host, identity, 1'000);
  routing::ContactKey key(host, crypto, unlucky);
  key.start({});
  clock.run_for(3'600'000);
  EXPECT_GE(unlucky.tries, 56U);
  EXPECT_LE(unlucky.tries, 64U);
  EXPECT_FALSE(key.is_ready());
}

}  // namespace
}  // namespace p2pchat::test
