// SPDX-License-Identifier: MIT
#include "sessions/dispatcher.hpp"

#include "samples.hpp"

namespace p2pchat::test {
namespace {

using messaging::Drop;

/// A source of lines that the test speaks through.
struct Mouth final : messaging::PeerLines {
  void send(const sdk::Id&, std::string_view, sdk::StatusFn&&) override {}
  bool online(const sdk::Id&) const override { return true; }
  void on_lines(LinesFn f) override { lines = std::move(f); }
  void on_online(ChangeFn) override {}
  void on_offline(ChangeFn) override {}
  void say(const messaging::ProvenPeer& from, const std::vector<std::string>& texts) {
    lines(from, std::vector<std::string_view>(texts.begin(), texts.end()));
  }
  LinesFn lines;
};

class DispatcherTest : public ::testing::Test {
 protected:
  DispatcherTest() {
    dispatcher.set_self(me.id());
    dispatcher.on_envelope(
        "text", [this](auto&, const messaging::Envelope& envelope, const sdk::Id&) { heard.push_back(envelope.body); });
    dispatcher.on_receipt([this](const sdk::Id&, const messaging::Receipt&) { heard.push_back("receipt"); });
    dispatcher.on_settled([this](const messaging::ProvenPeer&) { heard.push_back("settled"); });
  }
  std::string line(const std::string& body) {
    return messaging::encode_envelope(text(crypto, friendly, me.id(), body));
  }

  VirtualClock clock;
  VirtualHost node{clock};
  PlainCrypto crypto{node};
  Person me{crypto}, friendly{crypto};
  Mouth mouth;
  messaging::Dispatcher dispatcher{node, crypto, mouth};
  std::vector<std::string> heard;
  using Heard = std::vector<std::string>;
};

TEST_F(DispatcherTest, HandsOutWhatCameTogetherInOrderThenSettles) {
  const auto receipt = messaging::encode_receipt({.verdict = {}, .messages = {me.id()}, .reason = {}});
  mouth.say(friendly.proven, {line("one"), receipt, line("two"), line("three")});
  clock.run_for(1);
  EXPECT_EQ(heard, (Heard{"one", "receipt", "two", "three", "settled"}));
  EXPECT_TRUE(node.log_lines.empty()) << "nothing is dropped";
}

TEST_F(DispatcherTest, FewAreCheckedAtOnceAndManyOnAWorker) {
  mouth.say(friendly.proven, {line("one"), line("two")});
  EXPECT_EQ(heard, (Heard{"one", "two", "settled"}));
  heard.clear();
  mouth.say(friendly.proven, {line("one"), line("two"), line("three")});
  EXPECT_EQ(heard, Heard());
  clock.run_for(1);
  EXPECT_EQ(heard, (Heard{"one", "two", "three", "settled"}));
}

TEST_F(DispatcherTest, WhatArrivesDuringACheckIsTheNextBatchHoweverFew) {
  mouth.say(friendly.proven, {line("one"), line("two"), line("three")});
  mouth.say(friendly.proven, {line("four")});
  mouth.say(friendly.proven, {line("five")});
  clock.run_for(1);
  EXPECT_EQ(heard, (Heard{"one", "two", "three", "settled", "four", "five", "settled"}));
}

TEST_F(DispatcherTest, WhatArrivesWhileAListenerHearsWaitsItsTurn) {
  dispatcher.on_receipt([this](auto&, auto&) {
    mouth.say(friendly.proven, {line("nested")});
    heard.push_back("receipt");
  });
  const auto receipt = messaging::encode_receipt({.verdict = {}, .messages = {me.id()}, .reason = {}});
  mouth.say(friendly.proven, {receipt, line("second")});
  EXPECT_EQ(heard, (Heard{"receipt", "second", "settled", "nested", "settled"}));
}

TEST_F(DispatcherTest, NamesAMessageByTheDigestOfItsSignedBytes) {
  const auto envelope = text(crypto, friendly, me.id(), "hello");
  sdk::Id expected, seen;
  ASSERT_TRUE(crypto.digest(messaging::signed_bytes("plain", envelope), expected).ok());
  dispatcher.on_envelope("other", {});
  messaging::Dispatcher second(node, crypto, mouth);
  second.set_self(me.id());
  second.on_envelope("text", [&](auto&, auto&, const sdk::Id& id) { seen = id; });
  mouth.say(friendly.proven, {messaging::encode_envelope(envelope)});
  clock.run_for(1);
  EXPECT_EQ(seen, expected);
}

TEST_F(DispatcherTest, DropsAndCountsByReason) {
  Person stranger(crypto);
  auto forged = text(crypto, friendly, me.id(), "forged");
  forged.body = "changed";
  auto unheard = text(crypto, friendly, me.id(), "unheard");
  unheard.type = "bottle";
  mouth.say(friendly.proven, {"garbage", base64(R"({"receipt":"lost"})"), line("good"),
                              messaging::encode_envelope(text(crypto, stranger, me.id(), "not from this peer")),
                              messaging::encode_envelope(text(crypto, friendly, stranger.id(), "not for me")),
                              messaging::encode_envelope(forged), messaging::encode_envelope(unheard)});
  clock.run_for(1);
  EXPECT_EQ(heard, (Heard{"good", "settled"}));
  EXPECT_EQ(dispatcher.dropped(Drop::malformed), 2u);
  EXPECT_EQ(dispatcher.dropped(Drop::not_from_peer), 1u);
  EXPECT_EQ(dispatcher.dropped(Drop::not_for_me), 1u);
  EXPECT_EQ(dispatcher.dropped(Drop::bad_signature), 1u);
  EXPECT_EQ(dispatcher.dropped(Drop::unheard_type), 1u);
}

TEST_F(DispatcherTest, LogsADropOnlyWhenItsCountDoubles) {
  mouth.say(friendly.proven, std::vector<std::string>(1000, "garbage"));
  EXPECT_EQ(node.log_lines.size(), 10u);
}

TEST_F(DispatcherTest, HoldsABoundedHeapOfUncheckedLines) {
  const auto big = line(std::string(60'000, 'x'));
  mouth.say(friendly.proven, {line("one"), line("two"), line("three")});
  for (int i = 0; i < 450; ++i) mouth.say(friendly.proven, {big});
  EXPECT_GT(dispatcher.dropped(Drop::overload), 0u);
  clock.run_for(1);
  EXPECT_EQ(heard.size() - 2 + dispatcher.dropped(Drop::overload), 453u);
}

TEST_F(DispatcherTest, OneListenerPerType) {
  EXPECT_FALSE(dispatcher.on_envelope("text", {}));
  EXPECT_TRUE(dispatcher.on_envelope("vendor.text", {}));
}

TEST_F(DispatcherTest, NothingIsHeardAfterItsEnd) {
  auto second = std::make_unique<messaging::Dispatcher>(node, crypto, mouth);
  second->set_self(me.id());
  second->on_envelope("text", [this](auto&, auto&, auto&) { heard.push_back("late"); });
  mouth.say(friendly.proven, {line("one"), line("two"), line("three")});
  second.reset();
  mouth.say(friendly.proven, {line("four")});
  clock.run_for(1);
  EXPECT_EQ(heard, Heard());
}

}  // namespace
}  // namespace p2pchat::test
