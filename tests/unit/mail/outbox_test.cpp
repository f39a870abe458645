// SPDX-License-Identifier: MIT
#include "outbox_fixture.hpp"

namespace p2pchat::messaging {
namespace {

TEST_F(OutboxTest, SavesNothingBeforeItKnowsWhoWritesAndThenEverything) {
  queue("early");
  clock_.run_for(60'000);
  EXPECT_TRUE(statuses_.empty());
  start();
  EXPECT_EQ(statuses_, std::vector{sdk::Errc::ok});
  EXPECT_EQ(state(0), State::queued);
}

TEST_F(OutboxTest, AnswersWhatWaitsForTheIdentityWhenTheNodeStops) {
  queue("early");
  outbox_.stop();
  clock_.run_for(1);
  EXPECT_EQ(statuses_, std::vector{sdk::Errc::cancelled});
}

TEST_F(OutboxTest, ReportsAMessageThatCannotBeSavedAndSendsNothingOfIt) {
  start();
  peers_.connect(bob_);
  store_.fail_adds = 1;
  queue("lost");
  clock_.run_for(60'000);
  EXPECT_EQ(statuses_, std::vector{sdk::Errc::io});
  EXPECT_TRUE(left().empty());
}

TEST_F(OutboxTest, SignsWhileTheStoreWritesButSendsOnlyWhatIsSaved) {
  start();
  peers_.connect(bob_);
  thread_.held = true;
  queue("hello");
  clock_.run_for(60'000);
  EXPECT_EQ(me_.signatures, 1);
  EXPECT_TRUE(left().empty());
  thread_.let_go();
  clock_.run_for(1);
  EXPECT_EQ(left(), Bodies{"hello"});
}

TEST_F(OutboxTest, SignsNothingTwiceAndReusesNoNumberAfterASaveThatFailed) {
  start();
  peers_.connect(bob_);
  store_.fail_commits = 1;
  queue("lost");
  queue("kept");
  clock_.run_for(1'000);
  EXPECT_EQ(statuses_, (std::vector{sdk::Errc::io, sdk::Errc::ok}));
  EXPECT_EQ(left(), Bodies{"kept"});
  std::uint64_t number = 0;
  EXPECT_TRUE(memory_.message(ids_[1], [&](const sdk::Message& m) -> std::uint32_t { return number = m.seq, 1; }).ok());
  EXPECT_EQ(number, 2U);
}

TEST_F(OutboxTest, LetsOthersToTheStoreDuringAFlood) {
  start();
  thread_.held = true;
  for (int i = 0; i < 5'000; ++i) queue(std::to_string(i));
  bool read = false;
  access_.read([](sdk::Store&) { return sdk::Status(); },
               [&](const sdk::Status&) {
                 read = true;
                 EXPECT_LE(statuses_.size(), 1'100U);
               });
  thread_.let_go();
  clock_.run_for(1'000);
  EXPECT_TRUE(read);
  EXPECT_EQ(statuses_, std::vector(5'000, sdk::Errc::ok));
}

TEST_F(OutboxTest, GivesUpWhatWasWrittenBeforeAndNothingOfWhatComesAfter) {
  start();
  thread_.held = true;
  for (int i = 0; i < 1'000; ++i) queue("before " + std::to_string(i));
  outbox_.give_up(bob_, "contact removed", {}, {});
  queue("after");
  thread_.let_go();
  peers_.connect(bob_);
  clock_.run_for(1'000);
  EXPECT_EQ(left(), Bodies{"after"});
  EXPECT_EQ(state(0), State::failed);
  EXPECT_EQ(state(999), State::failed);
}

TEST_F(OutboxTest, SavesWhatItWasGivenBeforeTheNodeStops) {
  start();
  thread_.held = true;
  for (int i = 0; i < 2'000; ++i) queue(std::to_string(i));
  outbox_.stop();
  thread_.let_go();
  clock_.run_for(1'000);
  EXPECT_EQ(statuses_, std::vector(2'000, sdk::Errc::ok));
}

TEST_F(OutboxTest, KnocksWithOneLineAndOneSignatureWhileNobodyIsThere) {
  start();
  for (int i = 0; i < 100; ++i) queue(std::to_string(i));
  clock_.run_for(90);
  EXPECT_EQ(peers_.knocks.size(), 1U);
  EXPECT_EQ(me_.signatures, 1);
}

TEST_F(OutboxTest, KnocksEverMorePatientlyButNeverStops) {
  start();
  queue("hello");
  clock_.run_for(3'600'000);
  const auto first_hour = peers_.knocks.size();
  clock_.run_for(24 * 3'600'000);
  const auto day = peers_.knocks.size() - first_hour;
  EXPECT_LE(day, 24U * 24);
  EXPECT_GE(day, 24U * 11);
}

TEST_F(OutboxTest, SendsEverythingInOrderAsSoonAsThePeerComes) {
  start();
  for (const auto* body : {"a", "b", "c"}) queue(body);
  clock_.run_for(3'600'000);
  peers_.connect(bob_);
  clock_.run_for(1);
  EXPECT_EQ(left(), (Bodies{"a", "b", "c"}));
}

TEST_F(OutboxTest, SettlesAMessageWithItsReceiptAndSendsItNoMore) {
  start();
  peers_.connect(bob_);
  queue("hello");
  clock_.run_for(1'000);
  EXPECT_EQ(state(0), State::sent);
  answer(Verdict::delivered, {ids_[0]});
  EXPECT_EQ(state(0), State::delivered);
  left();
  peers_.disconnect(bob_);
  peers_.connect(bob_);
  clock_.run_for(3'600'000);
  EXPECT_TRUE(left().empty());
  EXPECT_EQ(outbox_.bytes(), 0U);
}

TEST_F(OutboxTest, SendsAgainWhatIsUnansweredInTheNextSession) {
  start();
  peers_.connect(bob_);
  for (const auto* body : {"a", "b", "c"}) queue(body);
  clock_.run_for(1'000);
  answer(Verdict::delivered, {ids_[1]});
  left();
  peers_.disconnect(bob_);
  peers_.connect(bob_);
  clock_.run_for(1);
  EXPECT_EQ(left(), (Bodies{"a", "c"}));
  EXPECT_EQ(me_.signatures, 3) << "a line is signed once";
}

TEST_F(OutboxTest, SendsAgainInTheSameSessionWhenPatienceEnds) {
  start();
  peers_.connect(bob_);
  queue("hello");
  clock_.run_for(5'000);
  EXPECT_EQ(left(), Bodies{"hello"});
  clock_.run_for(11'000);
  EXPECT_EQ(left(), Bodies{"hello"});
}

TEST_F(OutboxTest, KeepsAMessageWhoseReceiptCouldNotBeStored) {
  start();
  peers_.connect(bob_);
  queue("hello");
  clock_.run_for(1'000);
  store_.fail_commits = 1;
  answer(Verdict::delivered, {ids_[0]});
  EXPECT_EQ(state(0), State::sent);
  left();
  clock_.run_for(60'000);
  EXPECT_FALSE(left().empty()) << "sent again, to be answered again";
  answer(Verdict::delivered, {ids_[0]});
  EXPECT_EQ(state(0), State::delivered);
}

TEST_F(OutboxTest, BelievesReceiptsOnlyOfThePeerAMessageIsFor) {
  start();
  peers_.connect(bob_);
  queue("for bob");
  clock_.run_for(1'000);
  outbox_.receive(mallory_, {Verdict::delivered, {ids_[0]}, ""});
  outbox_.receive(mallory_, {Verdict::refused, {ids_[0]}, "never"});
  clock_.run_for(1);
  EXPECT_EQ(state(0), State::sent);
}

TEST_F(OutboxTest, FailsAMessageThatIsRefusedForGood) {
  start();
  peers_.connect(bob_);
  queue("hello");
  answer(Verdict::refused, {ids_[0]}, "too-large");
  EXPECT_EQ(state(0), State::failed);
  EXPECT_EQ(reason_, "too-large");
}

TEST_F(OutboxTest, OffersOneTextInEachSessionToSomebodyWhoRefusesThem) {
  start();
  peers_.connect(bob_);
  for (const auto* body : {"a", "b", "c"}) queue(body);
  clock_.run_for(1);
  left();
  answer(Verdict::refused, ids_, "not-a-contact");
  EXPECT_EQ(state(2), State::queued);
  EXPECT_EQ(reason_, "not-a-contact");
  clock_.run_for(3'600'000);
  EXPECT_TRUE(left().empty());
  peers_.disconnect(bob_);
  peers_.connect(bob_);
  clock_.run_for(1'000);
  EXPECT_EQ(left(), Bodies{"a"});
  answer(Verdict::delivered, {ids_[0]});
  EXPECT_EQ(left(), (Bodies{"b", "c"})) << "one was taken, so the others will be";
}

TEST_F(OutboxTest, RepeatsARequestToSomebodyWhoIsBusyWithoutHaste) {
  start();
  peers_.connect(bob_);
  queue("{}", "request");
  clock_.run_for(1);
  left();
  answer(Verdict::refused, {ids_[0]}, "busy");
  clock_.run_for(5'000);
  EXPECT_TRUE(left().empty());
  clock_.run_for(15'000);
  EXPECT_EQ(left().size(), 1U);
}

TEST_F(OutboxTest, CountsEachPeersMessagesFromOne) {
  start();
  peers_.connect(bob_);
  for (const auto* body : {"a", "b"}) queue(body);
  std::vector<std::uint64_t> numbers;
  EXPECT_TRUE(memory_
                  .history(bob_, 0, 10,
                           [&](const sdk::Message& m) -> std::uint32_t {
                             numbers.push_back(m.seq);
                             return 1;
                           })
                  .ok());
  EXPECT_EQ(numbers, (std::vector<std::uint64_t>{2, 1}));
}

TEST_F(OutboxTest, DrainsTenThousandMessagesWithLittleMemoryAndFewSignatures) {
  start();
  constexpr std::size_t count = 10'000;
  for (std::size_t i = 0; i < count; ++i) queue("message " + std::to_string(i));
  EXPECT_LE(outbox_.bytes(), Lane::max_window_absent * 4096);
  clock_.run_for(150);  // the first knock has failed
  peers_.connect(bob_);
  Bodies arrived;
  while (arrived.size() < count) {
    clock_.run_for(1);
    EXPECT_LE(outbox_.bytes(), Lane::max_window_bytes + Lane::max_page_bytes);
    std::vector<sdk::Id> ids;
    const auto bodies = left(&ids);
    ASSERT_FALSE(bodies.empty()) << arrived.size();
    arrived.insert(arrived.end(), bodies.begin(), bodies.end());
    for (std::size_t at = 0; at < ids.size(); at += 512)
      answer(Verdict::delivered,
             {ids.begin() + std::ptrdiff_t(at), ids.begin() + std::ptrdiff_t(std::min(at + 512, ids.size()))});
  }
  EXPECT_EQ(arrived.size(), count) << "each sent once";
  for (std::size_t i = 0; i < count; ++i) ASSERT_EQ(arrived[i], "message " + std::to_string(i));
  EXPECT_LE(me_.signatures, 60);
  EXPECT_EQ(outbox_.bytes(), 0U);
}

}  // namespace
}  // namespace p2pchat::messaging
