// SPDX-License-Identifier: MIT
#include "mail/inbox.hpp"

#include "mail/introduction.hpp"
#include "memory_store.hpp"
#include "signer.hpp"
#include "support/fake_peer_lines.hpp"
#include "support/loop_serial.hpp"
#include "support/store_faults.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace p2pchat::messaging {
namespace {

using Verdict = Receipt::Verdict;

class InboxTest : public ::testing::Test {
 protected:
  InboxTest() {
    access_.open("", {});
    book_.load("me", [](const sdk::Status&) {});
    dispatcher_.set_self(me_.id());
    inbox_.listen(dispatcher_);
    host_.subscribe("", [this](sdk::str topic, const sdk::Id&, sdk::bytes) { events_.emplace_back(topic); });
    outbox_.start(me_.id(), signatures_);
    clock_.run_for(1);
    peers_.connect(bob_.id());
    book_.add(bob_.id(), "bob", "", {});
    arrive(bob_, {bob_.line(me_.id(), "accept", write_introduction({"bob", ""}), 1)});
    peers_.sent.clear();
    events_.clear();
  }

  void arrive(test::Signer& from, const std::vector<std::string>& lines) {
    peers_.deliver(from.proven, lines);
    clock_.run_for(1);
  }
  /// The receipts sent since the last call.
  std::vector<Receipt> receipts() {
    std::vector<Receipt> found;
    wire::JsonParser parser;
    for (const auto& sent : std::exchange(peers_.sent, {})) {
      Receipt receipt;
      if (decode_receipt(parser, sent.line, receipt).ok()) found.push_back(receipt);
    }
    return found;
  }
  std::vector<std::string> heard(test::Signer& from) {
    std::vector<std::string> bodies;
    EXPECT_TRUE(memory_
                    .history(from.id(), 0, 1000,
                             [&](const sdk::Message& m) -> std::uint32_t {
                               if (m.direction == sdk::Direction::incoming)
                                 bodies.insert(bodies.begin(), std::string(m.body));
                               return 1;
                             })
                    .ok());
    return bodies;
  }
  std::ptrdiff_t events(const std::string& topic) { return std::ranges::count(events_, topic); }

  test::VirtualClock clock_;
  test::VirtualHost host_{clock_};
  test::PlainCrypto crypto_{host_};
  test::Signer me_{crypto_}, bob_{crypto_}, eve_{crypto_};
  memory_store::MemoryStore memory_{host_};
  test::StoreFaults store_{memory_};
  test::LoopSerial thread_{host_};
  StoreAccess access_{host_, thread_, store_};
  test::FakePeerLines peers_{host_};
  Dispatcher dispatcher_{host_, crypto_, peers_};
  SigningQueue signatures_{host_, me_};
  Outbox outbox_{host_, crypto_, access_, peers_};
  AddressBook book_{host_, access_, outbox_};
  Inbox inbox_{host_, access_, peers_, book_};
  std::vector<std::string> events_;
};

using Bodies = std::vector<std::string>;

TEST_F(InboxTest, StoresWhatCameTogetherAtOnceAndAnswersWithOneReceipt) {
  const auto commits = store_.commits;
  arrive(bob_, {bob_.line(me_.id(), "text", "one", 2), bob_.line(me_.id(), "text", "two", 3)});
  const auto sent = receipts();
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].verdict, Verdict::delivered);
  EXPECT_EQ(sent[0].messages.size(), 2U);
  EXPECT_EQ(store_.commits, commits + 1);
  EXPECT_EQ(heard(bob_), (Bodies{"one", "two"}));
  EXPECT_EQ(events("message.added"), 2);
}

TEST_F(InboxTest, AcknowledgesAKnownMessageAgainAndShowsItOnce) {
  const auto line = bob_.line(me_.id(), "text", "one", 2);
  arrive(bob_, {line});
  arrive(bob_, {line, line});
  EXPECT_EQ(receipts().size(), 2U);
  EXPECT_EQ(heard(bob_), Bodies{"one"});
  EXPECT_EQ(events("message.added"), 1);
}

TEST_F(InboxTest, AcknowledgesNothingThatIsNotStoredAndComplainsOnce) {
  store_.fail_commits = 4;
  const auto line = bob_.line(me_.id(), "text", "one", 2);
  arrive(bob_, {line});
  arrive(bob_, {line});
  EXPECT_TRUE(receipts().empty());
  EXPECT_EQ(events("notice"), 1);
  store_.fail_commits = 0;
  arrive(bob_, {line});
  EXPECT_EQ(receipts().size(), 1U);
  EXPECT_EQ(heard(bob_), Bodies{"one"});
}

TEST_F(InboxTest, PlacesALateMessageBeforeThoseThatFollowedIt) {
  arrive(bob_, {bob_.line(me_.id(), "text", "third", 4)});
  arrive(bob_, {bob_.line(me_.id(), "text", "first", 2), bob_.line(me_.id(), "text", "second", 3)});
  EXPECT_EQ(heard(bob_), (Bodies{"first", "second", "third"}));
}

TEST_F(InboxTest, RefusesTextsOfStrangersWithAWord) {
  peers_.connect(eve_.id());
  arrive(eve_, {eve_.line(me_.id(), "text", "buy", 1)});
  const auto sent = receipts();
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].verdict, Verdict::refused);
  EXPECT_EQ(sent[0].reason, "not-a-contact");
  EXPECT_TRUE(heard(eve_).empty());
}

TEST_F(InboxTest, KeepsSilentToSomebodyBlocked) {
  book_.block(bob_.id(), {});
  arrive(bob_, {bob_.line(me_.id(), "text", "one", 2), bob_.line(me_.id(), "request", write_introduction({"b", ""}), 3),
                bob_.line(me_.id(), "accept", write_introduction({"b", ""}), 4)});
  EXPECT_TRUE(receipts().empty());
  EXPECT_TRUE(heard(bob_).empty());
  EXPECT_EQ(book_.relation(bob_.id()), sdk::Relation::blocked);
}

TEST_F(InboxTest, DropsWhatIsForSomebodyElseOrSignedByAnother) {
  auto forged = eve_.line(me_.id(), "text", "I am bob", 2);
  arrive(bob_, {bob_.line(eve_.id(), "text", "for eve", 2), forged});
  EXPECT_TRUE(receipts().empty());
  EXPECT_TRUE(heard(bob_).empty());
  EXPECT_EQ(dispatcher_.dropped(Drop::not_for_me), 1U);
  EXPECT_EQ(dispatcher_.dropped(Drop::not_from_peer), 1U);
}

TEST_F(InboxTest, ShowsFiftyRequestsOfStrangersAndPutsOthersOff) {
  std::vector<std::unique_ptr<test::Signer>> strangers;
  for (std::size_t i = 0; i <= AddressBook::max_requests; ++i) {
    auto& stranger = *strangers.emplace_back(std::make_unique<test::Signer>(crypto_));
    peers_.connect(stranger.id());
    arrive(stranger, {stranger.line(me_.id(), "request", write_introduction({"s", "hello"}), 1)});
  }
  auto sent = receipts();
  ASSERT_EQ(sent.size(), AddressBook::max_requests + 1);
  EXPECT_EQ(sent.front().verdict, Verdict::delivered);
  EXPECT_EQ(sent.back().verdict, Verdict::refused);
  EXPECT_EQ(sent.back().reason, "busy");
  EXPECT_FALSE(book_.relation(strangers.back()->id()));
  arrive(*strangers.front(), {strangers.front()->line(me_.id(), "request", write_introduction({"s", "again"}), 2)});
  EXPECT_EQ(receipts().back().verdict, Verdict::delivered) << "one who is among them may ask again";
}

TEST_F(InboxTest, RefusesARequestThatIsTooLargeOrNoneForGood) {
  peers_.connect(eve_.id());
  const auto large = write_introduction({"eve", std::string(AddressBook::max_request_bytes, 'x')});
  arrive(eve_, {eve_.line(me_.id(), "request", large, 1)});
  arrive(eve_, {eve_.line(me_.id(), "request", "hello", 2)});
  const auto sent = receipts();
  ASSERT_EQ(sent.size(), 2U);
  EXPECT_EQ(sent[0].reason, "too-large");
  EXPECT_EQ(sent[1].reason, "malformed");
  EXPECT_FALSE(book_.relation(eve_.id()));
}

TEST_F(InboxTest, TellsTheSenderWhatIsReadAndTheLastOfItAgainInTheNextSession) {
  std::vector<sdk::Id> ids(2);
  arrive(bob_, {bob_.line(me_.id(), "text", "one", 2, &ids[0]), bob_.line(me_.id(), "text", "two", 3, &ids[1])});
  receipts();
  inbox_.mark_read(bob_.id(), ~0ULL >> 1, {});
  clock_.run_for(1);
  auto sent = receipts();
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].verdict, Verdict::read);
  EXPECT_EQ(sent[0].messages, ids);
  inbox_.peer_online(bob_.id());
  clock_.run_for(1);
  sent = receipts();
  ASSERT_EQ(sent.size(), 1U);
  EXPECT_EQ(sent[0].messages, std::vector{ids[1]});
}

TEST_F(InboxTest, KeepsThePeopleItKnowsOverARestart) {
  book_.name(bob_.id(), "Bobby", {});
  clock_.run_for(1);
  AddressBook again(host_, access_, outbox_);
  again.load("me", [](const sdk::Status&) {});
  clock_.run_for(1);
  EXPECT_EQ(again.relation(bob_.id()), sdk::Relation::accepted);
  EXPECT_EQ(again.people().at(bob_.id()).name, "Bobby");
}

}  // namespace
}  // namespace p2pchat::messaging
