// SPDX-License-Identifier: MIT
#include "outbox_fixture.hpp"

namespace p2pchat::messaging {
namespace {

using OutboxOfTheAbsent = OutboxTest;

TEST_F(OutboxOfTheAbsent, TakesAReceiptForWhatNeverLeftFromHere) {
  start();
  for (const auto* body : {"a", "b", "c"}) queue(body);
  clock_.run_for(150);  // only the first is signed, to knock with
  thread_.held = true;
  answer(Verdict::read, {ids_[2]});
  peers_.connect(bob_);
  clock_.run_for(1);
  EXPECT_EQ(left(), (Bodies{"a", "b"})) << "answered, though that is not stored yet";
  thread_.let_go();
  clock_.run_for(60'000);
  EXPECT_EQ(state(2), State::read);
}

TEST_F(OutboxOfTheAbsent, KeepsWhatNeverLeftFromHereWhenItsReceiptCouldNotBeStored) {
  start();
  for (const auto* body : {"a", "b"}) queue(body);
  clock_.run_for(150);
  store_.fail_commits = 1;
  answer(Verdict::read, {ids_[1]});
  peers_.connect(bob_);
  clock_.run_for(1);
  EXPECT_EQ(left(), (Bodies{"a", "b"}));
}

TEST_F(OutboxOfTheAbsent, IsNotTalkedBackFromReadToDelivered) {
  start();
  peers_.connect(bob_);
  queue("hello");
  clock_.run_for(1'000);
  outbox_.receive(bob_, {Verdict::read, {ids_[0]}, ""});
  outbox_.receive(bob_, {Verdict::delivered, {ids_[0]}, ""});
  clock_.run_for(1);
  EXPECT_EQ(state(0), State::read);
}

TEST_F(OutboxOfTheAbsent, CallsSomebodyAbsentAfterTheSecondKnockInVain) {
  int absent = 0;
  outbox_.on_absent([&](const sdk::Id& peer) { absent += peer == bob_; });
  start();
  queue("hello");
  clock_.run_for(500);
  EXPECT_EQ(peers_.knocks.size(), 1U);
  EXPECT_EQ(absent, 0);
  clock_.run_for(5'000);
  EXPECT_EQ(static_cast<std::size_t>(absent) + 1, peers_.knocks.size());
  EXPECT_GE(absent, 1);
}

}  // namespace
}  // namespace p2pchat::messaging
