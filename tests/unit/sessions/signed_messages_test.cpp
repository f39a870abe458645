// SPDX-License-Identifier: MIT
#include "sessions/signed_messages.hpp"

#include "pool_world.hpp"

#include <algorithm>
#include <functional>

namespace p2pchat::test {
namespace {

/// What stands above the pool of one node.
struct Desk {
  explicit Desk(PoolNode& n)
      : node(n), dispatcher(n.node, n.crypto, *n.pool), network(n.node, n.crypto, *n.pool, dispatcher) {}
  void start() {
    dispatcher.set_self(node.id());
    signer.emplace(node.node, *node.person.key);
    network.start(*signer, node.id());
  }
  void send(const PoolNode& to, std::string_view type, std::string_view body) {
    network.send(to.id(), type, body, [this](const sdk::Status& status) { answers.push_back(status.code); });
  }
  PoolNode& node;
  messaging::Dispatcher dispatcher;
  messaging::SignedMessages network;
  std::optional<messaging::SigningQueue> signer;
  std::vector<sdk::Errc> answers;
};

class SignedMessagesTest : public ::testing::Test, protected PoolWorld {
 protected:
  void listen(Desk& desk, std::string_view type) {
    EXPECT_TRUE(desk.network
                    .on_message(type,
                                [this](const sdk::Id& from, std::uint64_t time_ms, sdk::str body) {
                                  heard.emplace_back(body);
                                  last_from = from, last_time = time_ms;
                                })
                    .ok());
  }
  Desk desk_a{*a}, desk_b{*b};
  Lines heard;
  sdk::Id last_from;
  std::uint64_t last_time = 0;
};

TEST_F(SignedMessagesTest, AMessageArrivesWithItsSenderAndTime) {
  desk_a.start(), desk_b.start();
  listen(desk_b, "vendor.ping");
  clock.run_for(5);
  const auto sent = a->node.now_ms();
  desk_a.send(*b, "vendor.ping", "你好");
  clock.run_for(1'000);
  EXPECT_EQ(heard, Lines{"你好"});
  EXPECT_EQ(last_from, a->id());
  EXPECT_EQ(last_time, sent);
  EXPECT_EQ(desk_a.answers, std::vector{sdk::Errc::ok});
  std::size_t peers = 0;
  desk_a.network.peers([&](const sdk::Peer& peer) { peers += peer.id == b->id() && peer.since_ms > 0; });
  EXPECT_EQ(peers, 1u);
}

TEST_F(SignedMessagesTest, WhatIsSentBeforeTheKeyIsThereGoesWhenItIs) {
  desk_b.start();
  listen(desk_b, "t");
  desk_a.send(*b, "t", "early");
  clock.run_for(1'000);
  EXPECT_TRUE(heard.empty());
  desk_a.start();
  clock.run_for(1'000);
  EXPECT_EQ(heard, Lines{"early"});
}

TEST_F(SignedMessagesTest, MessagesKeepTheirOrder) {
  desk_a.start(), desk_b.start();
  listen(desk_b, "t");
  Lines expected;
  for (int i = 0; i < 100; ++i) {
    expected.push_back(std::to_string(i));
    desk_a.send(*b, "t", expected.back());
  }
  clock.run_for(1'000);
  EXPECT_EQ(heard, expected);
}

TEST_F(SignedMessagesTest, ArgumentsThatCannotTravelAreRefused) {
  desk_a.start();
  desk_a.send(*b, "No Type", "x");
  desk_a.send(*b, "", "x");
  desk_a.send(*b, "t", std::string(messaging::max_body + 1, 'x'));
  desk_a.send(*b, "t", "\xff");
  desk_a.send(*b, "t", std::string(messaging::max_body, '\x01'));  // six bytes each as JSON
  EXPECT_TRUE(desk_a.answers.empty());
  clock.run_for(1'000);
  using enum sdk::Errc;
  EXPECT_EQ(desk_a.answers, (std::vector{invalid, invalid, too_large, invalid, too_large}));
}

TEST_F(SignedMessagesTest, AnAbsentNodeMeansNotAtAll) {
  desk_a.start(), desk_b.start();
  listen(desk_b, "t");
  directory.erase(b->id());
  desk_a.send(*b, "t", "now or never");
  clock.run_for(1'000);
  EXPECT_EQ(desk_a.answers, std::vector{sdk::Errc::not_found});
  directory[b->id()] = b->endpoint;
  clock.run_for(600'000);
  EXPECT_TRUE(heard.empty());
}

TEST_F(SignedMessagesTest, OneListenerPerType) {
  listen(desk_b, "t");
  EXPECT_EQ(desk_b.network.on_message("t", {}).code, sdk::Errc::refused);
  EXPECT_EQ(desk_b.network.on_message("T", {}).code, sdk::Errc::invalid);
}

TEST_F(SignedMessagesTest, StopAnswersWhatWaits) {
  desk_a.send(*b, "t", "waits for the key");
  desk_a.network.stop();
  desk_a.send(*b, "t", "after");
  clock.run_for(1'000);
  EXPECT_EQ(desk_a.answers, std::vector(2, sdk::Errc::cancelled));
}

TEST_F(SignedMessagesTest, TheSequenceRisesAlsoOverARestart) {
  std::vector<std::uint64_t> numbers;
  desk_b.dispatcher.set_self(b->id());
  desk_b.dispatcher.on_envelope("t", [&](auto&, const messaging::Envelope& e, auto&) { numbers.push_back(e.seq); });
  for (int life = 0; life < 2; ++life) {
    Desk again(*a);
    again.start();
    for (int i = 0; i < 3; ++i) again.send(*b, "t", "x");
    clock.run_for(1'000);
  }
  ASSERT_EQ(numbers.size(), 6u);
  EXPECT_TRUE(std::ranges::adjacent_find(numbers, std::greater_equal()) == numbers.end());
}

}  // namespace
}  // namespace p2pchat::test
