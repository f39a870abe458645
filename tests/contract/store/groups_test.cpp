// SPDX-License-Identifier: MIT
#include "store_contract.hpp"

namespace p2pchat::test {
namespace {

using sdk::Direction;
using sdk::Errc;
using sdk::State;

constexpr sdk::Errc ok = Errc::ok;

std::string value(sdk::Store& store, sdk::str table, sdk::str key) {
  std::string text;
  sdk::OutTo out(text);
  return store.get(table, sdk::bytes::of(key), out).ok() ? text : "-";
}

TEST_P(StoreContract, AWriteOutsideAGroupIsRefused) {
  std::uint32_t added = 0;
  EXPECT_EQ(store().put("t", sdk::bytes::of("k"), {}).code, Errc::invalid);
  EXPECT_EQ(store().erase("t", sdk::bytes::of("k")).code, Errc::invalid);
  EXPECT_EQ(store().add({}, added).code, Errc::invalid);
  EXPECT_EQ(store().set_state(id(1), State::read, "").code, Errc::invalid);
  EXPECT_EQ(store().mark_read(alice, 1, [](const sdk::Message&) { return 1U; }).code, Errc::invalid);
  EXPECT_EQ(store().forget(alice).code, Errc::invalid);
  EXPECT_EQ(store().commit().code, Errc::invalid);
}

TEST_P(StoreContract, AGroupBeginsOnce) {
  ASSERT_EQ(store().begin().code, ok);
  EXPECT_EQ(store().begin().code, Errc::invalid);
  EXPECT_EQ(store().commit().code, ok);
}

TEST_P(StoreContract, ReadsInsideAGroupSeeItsWrites) {
  ASSERT_EQ(store().begin().code, ok);
  ASSERT_EQ(store().put("t", sdk::bytes::of("k"), sdk::bytes::of("v")).code, ok);
  add(alice, Direction::incoming, 1, "inside");
  EXPECT_EQ(value(store(), "t", "k"), "v");
  EXPECT_EQ(conversation(alice), "inside");
  EXPECT_EQ(found("inside").size(), 1U);
  store().rollback();
}

TEST_P(StoreContract, RollbackKeepsNothingOfTheGroup) {
  const auto kept = add_one(alice, Direction::incoming, 1, "kept");
  const auto out = add_one(alice, Direction::outgoing, 1, "out", State::queued);
  group([&] { ASSERT_EQ(store().put("t", sdk::bytes::of("old"), sdk::bytes::of("1")).code, ok); });
  ASSERT_EQ(store().begin().code, ok);
  const auto lost = add(alice, Direction::incoming, 2, "lost");
  add(bob, Direction::incoming, 1, "lost too");
  ASSERT_EQ(store().set_state(out, State::sent, "why").code, ok);
  ASSERT_EQ(store().mark_read(alice, many, [](const sdk::Message&) { return 1U; }).code, ok);
  ASSERT_EQ(store().put("t", sdk::bytes::of("old"), sdk::bytes::of("2")).code, ok);
  ASSERT_EQ(store().put("t", sdk::bytes::of("new"), sdk::bytes::of("2")).code, ok);
  ASSERT_EQ(store().forget(alice).code, ok);
  store().rollback();

  EXPECT_EQ(conversation(alice), "kept out");
  EXPECT_EQ(conversation(bob), "");
  EXPECT_EQ(message(kept).fields.state, State::delivered);
  EXPECT_EQ(message(out).fields.state, State::queued);
  EXPECT_EQ(store().message(lost, [](const sdk::Message&) { return 1U; }).code, Errc::not_found);
  EXPECT_EQ(value(store(), "t", "old"), "1");
  EXPECT_EQ(value(store(), "t", "new"), "-");
  EXPECT_TRUE(found("lost").empty());
}

TEST_P(StoreContract, AMessageCanBeAddedAgainAfterARollback) {
  ASSERT_EQ(store().begin().code, ok);
  sdk::Message twice;
  twice.id = id(5), twice.peer = alice, twice.seq = 1, twice.body = "again", twice.type = "text";
  std::uint32_t added = 0;
  ASSERT_EQ(store().add(twice, added).code, ok);
  store().rollback();
  group([&] { ASSERT_EQ(store().add(twice, added).code, ok); });
  EXPECT_EQ(added, 1U);
  EXPECT_EQ(conversation(alice), "again");
  EXPECT_EQ(found("again").size(), 1U);
}

TEST_P(StoreContract, ReopenKeepsWhatWasCommittedAndNothingElse) {
  const auto first = add_one(alice, Direction::incoming, 1, "first");
  add_one(alice, Direction::outgoing, 1, "second", State::queued);
  group([&] { ASSERT_EQ(store().put("t", sdk::bytes::of("k"), sdk::bytes::of("v")).code, ok); });
  ASSERT_EQ(store().begin().code, ok);
  add(alice, Direction::incoming, 2, "third");
  reopen();

  EXPECT_EQ(conversation(alice), "first second");
  EXPECT_EQ(value(store(), "t", "k"), "v");
  EXPECT_EQ(message(first).body, "first");
  EXPECT_EQ(found("second").size(), 1U);
  group([&] { add(alice, Direction::incoming, 3, "fourth"); });
  EXPECT_EQ(conversation(alice), "first second fourth");
}

TEST_P(StoreContract, AClosedStoreSaysSo) {
  store().close();
  store().close();
  store().rollback();
  std::string text;
  sdk::OutTo out(text);
  std::uint64_t number = 0;
  const sdk::MessageVisitor each = [](const sdk::Message&) { return 1U; };
  EXPECT_EQ(store().begin().code, Errc::invalid);
  EXPECT_EQ(store().get("t", sdk::bytes::of("k"), out).code, Errc::invalid);
  EXPECT_EQ(store().history(alice, 0, 1, each).code, Errc::invalid);
  EXPECT_EQ(store().search("a", {}, 0, 1, number, each).code, Errc::invalid);
  EXPECT_EQ(store().summary(alice, number, number).code, Errc::invalid);
  EXPECT_EQ(store().unsettled(each).code, Errc::invalid);
}

TEST_P(StoreContract, AnEmptyGroupCommits) {
  group([] {});
  EXPECT_EQ(conversation(alice), "");
}

}  // namespace
}  // namespace p2pchat::test
