// SPDX-License-Identifier: MIT
#include "presented.hpp"

#include <gtest/gtest.h>
#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

sdk::Id id(std::uint8_t first, std::uint8_t last = 0) {
  sdk::Id id;
  id.b[0] = id.b[1] = id.b[2] = first;
  id.b[31] = last;
  return id;
}

Person person(const sdk::Id& who, std::string name, sdk::Relation relation = sdk::Relation::accepted) {
  return {who, std::move(name), {}, relation, false, 0, 0};
}

AddressBook book_of(std::vector<Person> people) {
  AddressBook book;
  (void)book.replace(std::move(people));
  return book;
}

sdk::Id found(const AddressBook& book, std::string_view text) {
  const auto result = book.resolve(text);
  const auto* who = std::get_if<sdk::Id>(&result);
  return who ? *who : sdk::Id{};
}

std::string error(const AddressBook& book, std::string_view text) {
  const auto result = book.resolve(text);
  const auto* status = std::get_if<sdk::Status>(&result);
  return status ? status->text : "";
}

TEST(Resolve, FindsByNameIdAndBeginningOfAnId) {
  const auto book = book_of({person(id(0xA1), "bob"), person(id(0xA2), "小明")});
  EXPECT_EQ(found(book, "bob"), id(0xA1));
  EXPECT_EQ(found(book, "Bob"), id(0xA1));
  EXPECT_EQ(found(book, "小明"), id(0xA2));
  EXPECT_EQ(found(book, "a1a1a1"), id(0xA1));
  EXPECT_EQ(found(book, wire::to_hex(id(0xA2))), id(0xA2));
}

TEST(Resolve, TakesAFullIdOfSomebodyUnknown) { EXPECT_EQ(found(book_of({}), wire::to_hex(id(0x77))), id(0x77)); }

TEST(Resolve, SaysWhoMayBeMeant) {
  const auto book = book_of({person(id(0xA1, 1), "bob"), person(id(0xA1, 2), "bob"), person(id(0xA2), "Bob")});
  EXPECT_EQ(error(book, "bob"), "'bob' may be a1a1a1000000, a1a1a1000000: give more of the id");
  EXPECT_EQ(found(book, "Bob"), id(0xA2)) << "the exact spelling wins";
  EXPECT_NE(error(book, "a1a1a1"), "");
}

TEST(Resolve, ANameWinsOverABeginningOfAnId) {
  const auto book = book_of({person(id(0xAB), "x"), person(id(0xCD), "ababab")});
  EXPECT_EQ(found(book, "ababab"), id(0xCD));
}

TEST(Resolve, SaysWhatToTypeInstead) {
  EXPECT_EQ(error(book_of({}), "carol"), "nobody is called 'carol'; /contacts lists those I know");
  EXPECT_EQ(error(book_of({person(id(0xAB), "x")}), "abab"), "nobody is called 'abab'; an id needs six digits or more");
}

TEST(Replace, SaysWhatDiffers) {
  AddressBook book;
  auto changes = book.replace({person(id(1), "bob"), person(id(2), "eve")});
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].kind, Change::Kind::added);

  auto bob = person(id(1), "bob");
  bob.unread = 3;
  changes = book.replace({bob});
  ASSERT_EQ(changes.size(), 2U);
  EXPECT_EQ(changes[0].kind, Change::Kind::changed);
  EXPECT_FALSE(changes[0].standing_changed) << "a counter is not news of the person";
  EXPECT_EQ(changes[1].kind, Change::Kind::removed);
  EXPECT_EQ(changes[1].person.name, "eve");
  EXPECT_TRUE(book.replace({bob}).empty());

  bob.relation = sdk::Relation::blocked;
  EXPECT_TRUE(book.replace({bob}).front().standing_changed);
}

TEST(Conversations, ShowTheNewestFirstAndNoRequests) {
  auto a = person(id(1), "a"), b = person(id(2), "b"), c = person(id(3), "c");
  b.newest_ms = 5;
  c.unread = 1;
  const auto book =
      book_of({a, b, c, person(id(4), "d", sdk::Relation::asking), person(id(5), "e", sdk::Relation::blocked)});
  std::string order;
  for (const auto* one : book.conversations()) order += one->name;
  EXPECT_EQ(order, "bac");
  ASSERT_EQ(book.requests().size(), 1U);
  EXPECT_EQ(book.unread(), 1U);
}

TEST(NameOf, IsTheBeginningOfTheIdWhenThereIsNoName) {
  EXPECT_EQ(book_of({person(id(0xAB), "")}).name_of(id(0xAB)), "ababab00");
  EXPECT_EQ(book_of({}).name_of(id(0xCD)), "cdcdcd00");
}

}  // namespace
}  // namespace p2pchat::terminal_ui
