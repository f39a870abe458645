// SPDX-License-Identifier: MIT
#include "test_node.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::test {
namespace {

using sdk::Errc;
using sdk::Relation;
using sdk::State;
using Bodies = std::vector<std::string>;

class Conversation : public ::testing::Test {
 protected:
  World world;
  TestNode alice{world, 1}, bob{world, 2};
  bool until(const std::function<bool()>& condition) { return world.until(condition); }
};

TEST_F(Conversation, RunsBothWays) {
  befriend(world, alice, bob);
  sdk::Id first, second;
  EXPECT_EQ(alice.send(bob, "你好，Bob 🙂", &first), Errc::ok);
  EXPECT_EQ(bob.send(alice, "hello, 愛麗絲", &second), Errc::ok);
  EXPECT_TRUE(until([&] { return alice.state(first) == State::delivered && bob.state(second) == State::delivered; }));
  EXPECT_EQ(bob.heard_from(alice), Bodies{"你好，Bob 🙂"});
  EXPECT_EQ(alice.heard_from(bob), Bodies{"hello, 愛麗絲"});
}

TEST_F(Conversation, BeginsWithARequestThatShowsNameAndGreeting) {
  EXPECT_EQ(alice.add(bob, "it is me"), Errc::ok);
  ASSERT_TRUE(until([&] { return bob.relation(alice) == Relation::asking; }));
  std::string seen;
  bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.contacts(
        [&](const sdk::Contact& contact) { seen = std::string(contact.name) + ": " + std::string(contact.greeting); },
        std::move(done));
  });
  EXPECT_EQ(seen, "node 1: it is me");
  EXPECT_EQ(alice.relation(bob), Relation::asked);
  EXPECT_EQ(bob.accept(alice), Errc::ok);
  EXPECT_TRUE(until([&] { return alice.relation(bob) == Relation::accepted; }));
  EXPECT_TRUE(bob.history(alice).empty()) << "requests are not part of a conversation";
  EXPECT_TRUE(alice.history(bob).empty());
}

TEST_F(Conversation, OfTwoWhoAskEachOtherAtOnceNeedsNoAnswer) {
  alice.chat().add_contact(bob.invite(), "bob", "hi", {});
  bob.chat().add_contact(alice.invite(), "alice", "hi", {});
  EXPECT_TRUE(
      until([&] { return alice.relation(bob) == Relation::accepted && bob.relation(alice) == Relation::accepted; }));
}

TEST_F(Conversation, WithTextsBeforeTheRequestIsAcceptedWaitsForIt) {
  alice.add(bob);
  sdk::Id id;
  EXPECT_EQ(alice.send(bob, "are you there?", &id), Errc::ok);
  ASSERT_TRUE(until([&] { return alice.message(id)->reason == "not-a-contact"; }));
  EXPECT_EQ(alice.state(id), State::queued);
  EXPECT_TRUE(bob.heard_from(alice).empty());
  bob.accept(alice);
  EXPECT_TRUE(until([&] { return alice.state(id) == State::delivered; }));
  EXPECT_EQ(alice.message(id)->reason, "");
  EXPECT_EQ(bob.heard_from(alice), Bodies{"are you there?"});
}

TEST_F(Conversation, WithSomebodyAwayWaitsAndArrivesInOrder) {
  befriend(world, alice, bob);
  bob.stop();
  Bodies expected;
  for (int i = 0; i < 20; ++i) {
    expected.push_back("while you were away " + std::to_string(i));
    EXPECT_EQ(alice.send(bob, expected.back()), Errc::ok);
  }
  world.clock.run_for(600'000);
  alice.stop();
  alice.boot();
  bob.boot();
  EXPECT_TRUE(until([&] { return bob.heard_from(alice).size() == expected.size(); }));
  EXPECT_EQ(bob.heard_from(alice), expected);
}

TEST_F(Conversation, TellsTheSenderWhatWasRead) {
  befriend(world, alice, bob);
  sdk::Id first, second;
  alice.send(bob, "one", &first);
  alice.send(bob, "two", &second);
  ASSERT_TRUE(until([&] { return alice.state(second) == State::delivered; }));
  EXPECT_EQ(bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.mark_read(alice.id(), ~0ULL >> 1, std::move(done)); }),
            Errc::ok);
  EXPECT_TRUE(until([&] { return alice.state(first) == State::read && alice.state(second) == State::read; }));
}

TEST_F(Conversation, RepeatsAReadThatWasLost) {
  befriend(world, alice, bob);
  sdk::Id first, second;
  alice.send(bob, "one", &first);
  alice.send(bob, "two", &second);
  ASSERT_TRUE(until([&] { return alice.state(second) == State::delivered; }));
  alice.crash();
  world.clock.run_for(20'000);
  bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.mark_read(alice.id(), ~0ULL >> 1, std::move(done)); });
  world.clock.run_for(20'000);
  alice.boot();
  world.clock.run_for(1'000);
  EXPECT_EQ(alice.state(first), State::delivered);
  bob.send(alice, "read it");
  EXPECT_TRUE(until([&] { return alice.state(first) == State::read && alice.state(second) == State::read; }));
}

TEST_F(Conversation, WithSomebodyBlockedEndsWithoutAWordToThem) {
  befriend(world, alice, bob);
  bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.block(alice.id(), 1, std::move(done)); });
  sdk::Id id;
  alice.send(bob, "hello?", &id);
  world.clock.run_for(120'000);
  EXPECT_EQ(alice.state(id), State::sent);
  EXPECT_TRUE(bob.heard_from(alice).empty());
  EXPECT_EQ(bob.send(alice, "no"), Errc::refused);
  bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.block(alice.id(), 0, std::move(done)); });
  EXPECT_EQ(bob.relation(alice), Relation::accepted) << "as before";
  EXPECT_TRUE(until([&] { return alice.state(id) == State::delivered; }));
}

TEST_F(Conversation, GivesUpWhatWaitsForSomebodyBlockedOrRemoved) {
  befriend(world, alice, bob);
  bob.stop();
  sdk::Id first, second;
  alice.send(bob, "one", &first);
  alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.block(bob.id(), 1, std::move(done)); });
  EXPECT_EQ(alice.message(first)->reason, "blocked");
  EXPECT_EQ(alice.state(first), State::failed);
  alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.block(bob.id(), 0, std::move(done)); });
  alice.send(bob, "two", &second);
  alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.remove_contact(bob.id(), 0, std::move(done)); });
  EXPECT_EQ(alice.message(second)->reason, "contact removed");
  EXPECT_FALSE(alice.relation(bob));
  EXPECT_EQ(alice.send(bob, "three"), Errc::not_found);
  EXPECT_EQ(alice.history(bob).size(), 2U);
}

TEST_F(Conversation, IsForgottenWithItsContactWhenWished) {
  befriend(world, alice, bob);
  alice.send(bob, "one");
  EXPECT_EQ(alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.remove_contact(bob.id(), 1, std::move(done)); }),
            Errc::ok);
  EXPECT_TRUE(alice.history(bob).empty());
}

TEST_F(Conversation, IsRepairedWhenOneSideLostItsBook) {
  befriend(world, alice, bob);
  bob.ask([&](sdk::Chat& c, sdk::StatusFn&& done) { c.remove_contact(alice.id(), 0, std::move(done)); });
  sdk::Id id;
  alice.send(bob, "still there?", &id);
  ASSERT_TRUE(until([&] { return alice.message(id)->reason == "not-a-contact"; }));
  EXPECT_EQ(bob.add(alice), Errc::ok);
  EXPECT_TRUE(until([&] { return alice.state(id) == State::delivered; }));
  EXPECT_EQ(bob.relation(alice), Relation::accepted);
}

TEST_F(Conversation, LetsAMessageBeCancelledAndTriedAgain) {
  befriend(world, alice, bob);
  bob.stop();
  sdk::Id id;
  alice.send(bob, "on second thought", &id);
  world.clock.run_for(1'000);  // what is in the sessions' hands cannot be called back
  const auto cancel = [&](sdk::Chat& c, sdk::StatusFn&& done) { c.cancel(id, std::move(done)); };
  const auto retry = [&](sdk::Chat& c, sdk::StatusFn&& done) { c.retry(id, std::move(done)); };
  EXPECT_EQ(alice.ask(cancel), Errc::ok);
  EXPECT_EQ(alice.state(id), State::failed);
  EXPECT_EQ(alice.message(id)->reason, "cancelled");
  EXPECT_EQ(alice.ask(cancel), Errc::refused);
  bob.boot();
  world.clock.run_for(600'000);
  EXPECT_TRUE(bob.heard_from(alice).empty());
  EXPECT_EQ(alice.ask(retry), Errc::ok);
  EXPECT_TRUE(until([&] { return alice.state(id) == State::delivered; }));
  EXPECT_EQ(alice.ask(cancel), Errc::refused);
  EXPECT_EQ(alice.ask(retry), Errc::refused);
}

TEST_F(Conversation, RefusesTextsThatNoMessageCanBe) {
  befriend(world, alice, bob);
  EXPECT_EQ(alice.send(bob, ""), Errc::invalid);
  EXPECT_EQ(alice.send(bob, "\xff\xfe"), Errc::invalid);
  EXPECT_EQ(alice.send(bob, std::string(64 * 1024 + 1, 'x')), Errc::too_large);
  EXPECT_EQ(alice.send(bob, std::string(64 * 1024, '\x01')), Errc::too_large) << "each becomes six bytes on the wire";
  sdk::Id id;
  EXPECT_EQ(alice.send(bob, std::string(64 * 1024, 'x'), &id), Errc::ok);
  EXPECT_TRUE(until([&] { return alice.state(id) == State::delivered; }));
}

TEST_F(Conversation, WithStrangersMyselfAndTypingErrorsIsRefused) {
  EXPECT_EQ(alice.send(bob, "hello"), Errc::not_found);
  EXPECT_EQ(alice.add(alice), Errc::invalid);
  EXPECT_EQ(alice.accept(bob), Errc::not_found);
  auto wrong = bob.invite();
  wrong.back() = wrong.back() == '0' ? '1' : '0';
  EXPECT_EQ(alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.add_contact(wrong, "", "", [done = std::move(done)](const sdk::Status& s, const sdk::Id&) { done(s); });
  }),
            Errc::malformed);
}

TEST_F(Conversation, ShowsAnEarlierPageAndFindsWords) {
  befriend(world, alice, bob);
  for (int i = 0; i < 30; ++i) alice.send(bob, "line " + std::to_string(i));
  Bodies page;
  std::uint64_t before = 0;
  for (int turn = 0; turn < 2; ++turn) {
    page.clear();
    alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
      c.history(
          bob.id(), before, 10, [&](const sdk::Message& m) { page.emplace_back(m.body), before = m.place; },
          std::move(done));
    });
  }
  ASSERT_EQ(page.size(), 10U);
  EXPECT_EQ(page.front(), "line 19");
  Bodies found;
  alice.ask([&](sdk::Chat& c, sdk::StatusFn&& done) {
    c.search(
        "line 17", {}, 0, 10, [&](const sdk::Message& m) { found.emplace_back(m.body); },
        [done = std::move(done)](const sdk::Status& s, std::uint64_t) { done(s); });
  });
  EXPECT_EQ(found, Bodies{"line 17"});
}

}  // namespace
}  // namespace p2pchat::test
