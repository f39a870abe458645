// SPDX-License-Identifier: MIT
#include "sessions/signing_queue.hpp"

#include "samples.hpp"

namespace p2pchat::test {
namespace {

/// A key that counts its signatures and remembers how many messages each covered.
struct CountingKey final : sdk::SecretKey {
  explicit CountingKey(sdk::SecretKey& k) : key(k) {}
  sdk::Status public_key(sdk::Out& out) const override { return key.public_key(out); }
  sdk::Status sign(sdk::bytes message, sdk::Out& signature) override {
    shared.push_back(1);
    return broken ? sdk::Status(sdk::Errc::internal, "broken") : key.sign(message, signature);
  }
  sdk::Status sign_all(const sdk::bytes* messages, std::uint32_t count,
                       const sdk::Fn<void(std::uint32_t, sdk::bytes)>& each) override {
    shared.push_back(count);
    return broken ? sdk::Status(sdk::Errc::internal, "broken") : key.sign_all(messages, count, each);
  }
  sdk::Status open(sdk::bytes, sdk::bytes, sdk::Out&) override { return {}; }
  sdk::Session* session(sdk::Role, const sdk::Id&) override { return nullptr; }
  sdk::Status delegate(std::uint64_t, sdk::Out&, sdk::Out&) override { return {}; }
  sdk::Status write(sdk::str, sdk::Out&) const override { return {}; }
  void destroy() noexcept override {}
  sdk::SecretKey& key;
  std::vector<std::uint32_t> shared;
  bool broken = false;
};

class SigningQueueTest : public ::testing::Test {
 protected:
  void sign(const sdk::Id& receiver, const std::string& text) {
    queue.sign(receiver, {text.begin(), text.end()}, [this, text](const sdk::Status& status, sdk::bytes signature) {
      order.push_back(text);
      good += status.ok() && crypto.verify(person.proven.public_key, sdk::bytes::of(text), signature).ok();
    });
  }
  VirtualClock clock;
  VirtualHost node{clock};
  PlainCrypto crypto{node};
  Person person{crypto};
  CountingKey key{*person.key};
  messaging::SigningQueue queue{node, key};
  std::vector<std::string> order;
  std::size_t good = 0;
  const sdk::Id first{{1}}, second{{2}};
  using Shared = std::vector<std::uint32_t>;
};

TEST_F(SigningQueueTest, AMessageAloneIsSignedAtOnceAndAnsweredLater) {
  sign(first, "one");
  EXPECT_EQ(key.shared, Shared{1});
  EXPECT_TRUE(order.empty());
  clock.run_for(1);
  EXPECT_EQ(good, 1u);
}

TEST_F(SigningQueueTest, WhatQueuesWhileASignatureRunsSharesTheNextInOrder) {
  std::vector<std::string> expected;
  for (int i = 0; i < 1'000; ++i) {
    expected.push_back(std::to_string(i));
    sign(first, expected.back());
  }
  clock.run_for(1);
  EXPECT_EQ(key.shared, (Shared{1, 512, 487}));
  EXPECT_EQ(order, expected);
  EXPECT_EQ(good, 1'000u);
}

TEST_F(SigningQueueTest, ReceiversNeverShareASignature) {
  for (int i = 0; i < 10; ++i) {
    sign(first, "to the first");
    sign(second, "to the second");
  }
  clock.run_for(1);
  EXPECT_EQ(key.shared, (Shared{1, 1, 9, 9}));
  EXPECT_EQ(good, 20u);
}

TEST_F(SigningQueueTest, WithoutBatchingEachHasItsOwn) {
  queue.set_batching(false);
  for (int i = 0; i < 10; ++i) sign(first, std::to_string(i));
  clock.run_for(1);
  EXPECT_EQ(key.shared, Shared(10, 1));
  EXPECT_EQ(good, 10u);
}

TEST_F(SigningQueueTest, AFailureIsToldToEveryMessageItConcerns) {
  key.broken = true;
  for (int i = 0; i < 3; ++i) sign(first, std::to_string(i));
  clock.run_for(1);
  EXPECT_EQ(order.size(), 3u);
  EXPECT_EQ(good, 0u);
}

TEST_F(SigningQueueTest, AnAnswerMayQueueTheNext) {
  int left = 5;
  std::function<void()> next = [&] {
    if (left-- > 0) queue.sign(first, {}, [&](auto&, auto) { next(); });
  };
  next();
  clock.run_for(1);
  EXPECT_EQ(key.shared, Shared(5, 1));
}

TEST_F(SigningQueueTest, ItsEndSilencesIt) {
  {
    messaging::SigningQueue brief(node, key);
    brief.sign(first, {}, [this](auto&, auto) { order.push_back("late"); });
  }
  clock.run_for(1);
  EXPECT_TRUE(order.empty());
}

}  // namespace
}  // namespace p2pchat::test
