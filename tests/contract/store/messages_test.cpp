// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

#include <algorithm>

namespace p2pchat::test {
namespace {

using sdk::Direction;
using sdk::Errc;
using sdk::State;

const sdk::MessageVisitor ignore = [](const sdk::Message&) { return 1U; };

TEST_P(StoreContract, AMessageComesBackAsItWasGiven) {
  sdk::Message given;
  given.id = id(1), given.peer = alice, given.time_ms = 1'763'923'200'123, given.seq = 7;
  given.direction = Direction::outgoing, given.state = State::queued;
  given.type = "text", given.body = "hello 你好 🙂", given.reason = "not-a-contact";
  std::uint32_t added = 0;
  group([&] { ASSERT_TRUE(store().add(given, added).ok()); });
  const auto back = message(given.id);
  EXPECT_EQ(back.fields.id, given.id);
  EXPECT_EQ(back.fields.peer, alice);
  EXPECT_EQ(back.fields.time_ms, given.time_ms);
  EXPECT_EQ(back.fields.seq, 7U);
  EXPECT_GT(back.fields.place, 0U);
  EXPECT_EQ(back.fields.direction, Direction::outgoing);
  EXPECT_EQ(back.fields.state, State::queued);
  EXPECT_EQ(back.type, "text");
  EXPECT_EQ(back.body, "hello 你好 🙂");
  EXPECT_EQ(back.reason, "not-a-contact");
}

TEST_P(StoreContract, TheSameIdIsAddedOnce) {
  sdk::Message given;
  given.id = id(1), given.peer = alice, given.seq = 1, given.type = "text", given.body = "first";
  std::uint32_t added = 0;
  group([&] {
    ASSERT_TRUE(store().add(given, added).ok());
    EXPECT_EQ(added, 1U);
    given.body = "other", given.state = State::failed, given.peer = bob;
    ASSERT_TRUE(store().add(given, added).ok());
    EXPECT_EQ(added, 0U);
  });
  added = 1;
  group([&] { ASSERT_TRUE(store().add(given, added).ok()); });
  EXPECT_EQ(added, 0U);
  EXPECT_EQ(conversation(alice), "first");
  EXPECT_EQ(conversation(bob), "");
  EXPECT_EQ(message(given.id).fields.state, State::queued);
}

TEST_P(StoreContract, IdsThatDifferInOneByteAreDifferentMessages) {
  sdk::Message given;
  given.peer = alice, given.type = "text", given.body = "x";
  std::uint32_t added = 0;
  group([&] {
    for (int byte = 0; byte < 32; ++byte) {
      given.id = id(1);
      given.id.b[byte] ^= 0x80;
      given.seq = static_cast<std::uint64_t>(byte) + 1;
      ASSERT_TRUE(store().add(given, added).ok());
      EXPECT_EQ(added, 1U);
    }
  });
  EXPECT_EQ(history(alice).size(), 32U);
}

TEST_P(StoreContract, StateAndReasonChangeAndTheRestStays) {
  const auto made = add_one(alice, Direction::outgoing, 1, "body", State::queued);
  group([&] { ASSERT_TRUE(store().set_state(made, State::failed, "blocked").ok()); });
  EXPECT_EQ(message(made).fields.state, State::failed);
  EXPECT_EQ(message(made).reason, "blocked");
  EXPECT_EQ(message(made).body, "body");
  group([&] {
    ASSERT_TRUE(store().set_state(made, State::queued, "").ok());
    EXPECT_EQ(store().set_state(id(99), State::read, "").code, Errc::not_found);
  });
  EXPECT_EQ(message(made).fields.state, State::queued);
  EXPECT_EQ(message(made).reason, "");
}

TEST_P(StoreContract, AMessageThatIsNotThereIsNotFound) {
  EXPECT_EQ(store().message(id(99), ignore).code, Errc::not_found);
}

TEST_P(StoreContract, ABodyOf64KiBComesBack) {
  std::string body;
  while (body.size() < 65536 - 3) body += "中";
  body.append(65536 - body.size(), 'x');
  const auto made = add_one(alice, Direction::incoming, 1, body);
  EXPECT_EQ(message(made).body, body);
  EXPECT_EQ(found("xx").size() + found("中中").size(), 1U);
}

TEST_P(StoreContract, ABodyMayHoldAnyCharacter) {
  const std::string body("zero \0 quote ' and \" -- end", 27);
  EXPECT_EQ(message(add_one(alice, Direction::incoming, 1, body)).body, body);
}

TEST_P(StoreContract, UnsettledGoesByPeerAndThenBySequence) {
  group([&] {
    add(alice, Direction::outgoing, 2, "a2", State::sent);
    add(bob, Direction::outgoing, 1, "b1", State::queued);
    add(alice, Direction::outgoing, 1, "a1", State::queued);
    add(alice, Direction::outgoing, 3, "a3", State::delivered);
    add(bob, Direction::outgoing, 2, "b2", State::failed);
    add(bob, Direction::outgoing, 4, "b4", State::sent);
    add(bob, Direction::outgoing, 3, "b3", State::read);
    add(bob, Direction::incoming, 1, "in");
  });
  std::vector<std::string> alices, bobs, all;
  ASSERT_TRUE(store()
                  .unsettled([&](const sdk::Message& row) {
                    (row.peer == alice ? alices : bobs).emplace_back(row.body);
                    all.emplace_back(row.body);
                    return 1U;
                  })
                  .ok());
  EXPECT_EQ(alices, (std::vector<std::string>{"a1", "a2"}));
  EXPECT_EQ(bobs, (std::vector<std::string>{"b1", "b4"}));
  EXPECT_EQ(all[0].front(), all[1].front()) << "messages of one peer stand together";
}

TEST_P(StoreContract, AVisitorOfUnsettledMayChangeStates) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 20; ++seq) add(alice, Direction::outgoing, seq, "x", State::queued);
  });
  std::uint64_t visited = 0;
  group([&] {
    ASSERT_TRUE(store()
                    .unsettled([&](const sdk::Message& row) {
                      EXPECT_EQ(row.seq, ++visited);
                      EXPECT_TRUE(store().set_state(row.id, State::delivered, "").ok());
                      return 1U;
                    })
                    .ok());
  });
  EXPECT_EQ(visited, 20U);
  ASSERT_TRUE(store().unsettled([&](const sdk::Message&) { return ++visited, 1U; }).ok());
  EXPECT_EQ(visited, 20U);
}

TEST_P(StoreContract, MarkReadVisitsWhatWasUnreadUpToAPlace) {
  group([&] {
    add(alice, Direction::incoming, 1, "1");
    add(alice, Direction::outgoing, 1, "mine");
    add(alice, Direction::incoming, 2, "2", State::read);
    add(alice, Direction::incoming, 3, "3");
    add(alice, Direction::incoming, 4, "4");
    add(bob, Direction::incoming, 1, "bob's");
  });
  const auto third = history(alice)[1].fields.place;
  std::string visited;
  group([&] {
    ASSERT_TRUE(store()
                    .mark_read(alice, third,
                               [&](const sdk::Message& row) {
                                 EXPECT_EQ(row.state, State::read);
                                 visited += row.body;
                                 return 1U;
                               })
                    .ok());
  });
  EXPECT_EQ(visited, "13");
  std::string states;
  for (const auto& row : history(alice)) states += row.fields.state == State::read ? 'r' : '-';
  EXPECT_EQ(states, "-rr-r");
  group([&] {
    ASSERT_TRUE(store().mark_read(alice, third, [](const sdk::Message&) { return ADD_FAILURE(), 1U; }).ok());
  });
}

TEST_P(StoreContract, MarkReadMarksEvenWhatItsVisitorDoesNotWantToSee) {
  group([&] {
    for (std::uint64_t seq = 1; seq <= 3; ++seq) add(alice, Direction::incoming, seq, "x");
  });
  int visits = 0;
  group([&] { ASSERT_TRUE(store().mark_read(alice, ~0ULL, [&](const sdk::Message&) { return ++visits, 0U; }).ok()); });
  EXPECT_EQ(visits, 1);
  for (const auto& row : history(alice)) EXPECT_EQ(row.fields.state, State::read);
}

TEST_P(StoreContract, SummaryCountsUnreadAndKnowsTheNewestTime) {
  std::uint64_t unread = 9, newest = 9;
  ASSERT_TRUE(store().summary(alice, unread, newest).ok());
  EXPECT_EQ(unread, 0U);
  EXPECT_EQ(newest, 0U);
  add_one(alice, Direction::incoming, 1, "1");
  add_one(alice, Direction::incoming, 2, "2");
  const auto last = add_one(alice, Direction::outgoing, 1, "mine", State::queued);
  add_one(bob, Direction::incoming, 1, "bob's");
  ASSERT_TRUE(store().summary(alice, unread, newest).ok());
  EXPECT_EQ(unread, 2U);
  EXPECT_EQ(newest, message(last).fields.time_ms);
  group([&] { ASSERT_TRUE(store().mark_read(alice, ~0ULL, ignore).ok()); });
  ASSERT_TRUE(store().summary(alice, unread, newest).ok());
  EXPECT_EQ(unread, 0U);
}

TEST_P(StoreContract, ForgetTakesOneConversationOnly) {
  const auto gone = add_one(alice, Direction::incoming, 1, "gone word");
  add_one(alice, Direction::outgoing, 1, "gone too", State::queued);
  add_one(bob, Direction::incoming, 1, "stays word");
  ASSERT_EQ(found("word").size(), 2U);
  group([&] {
    ASSERT_TRUE(store().forget(alice).ok());
    ASSERT_TRUE(store().forget(id(12345)).ok());
  });
  EXPECT_EQ(conversation(alice), "");
  EXPECT_EQ(conversation(bob), "stays word");
  EXPECT_EQ(store().message(gone, ignore).code, Errc::not_found);
  EXPECT_EQ(found("word"), std::vector<std::string>{"stays word"});
  std::uint64_t unread = 9, newest = 9;
  ASSERT_TRUE(store().summary(alice, unread, newest).ok());
  EXPECT_EQ(unread + newest, 0U);
  ASSERT_TRUE(store().unsettled([](const sdk::Message&) { return ADD_FAILURE(), 1U; }).ok());
}

TEST_P(StoreContract, WhatComesAfterForgettingTheNewestIsFound) {
  add_one(bob, Direction::incoming, 1, "older");
  add_one(alice, Direction::incoming, 1, "newest");
  ASSERT_EQ(found("newest").size(), 1U);
  group([&] { ASSERT_TRUE(store().forget(alice).ok()); });
  add_one(alice, Direction::incoming, 2, "after");
  EXPECT_EQ(found("after").size(), 1U);
  EXPECT_EQ(conversation(alice), "after");
}

}  // namespace
}  // namespace p2pchat::test
