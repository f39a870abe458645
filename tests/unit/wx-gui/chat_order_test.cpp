// SPDX-License-Identifier: MIT
#include "model/chat_order.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

Person somebody(std::uint32_t number, std::string name, sdk::Relation relation = sdk::Relation::accepted) {
  Person made;
  for (int octet = 0; octet < 4; ++octet) made.id.b[octet] = static_cast<std::uint8_t>(number >> (24 - 8 * octet));
  made.name = std::move(name), made.relation = relation, made.newest_ms = number;
  return made;
}

struct Order : testing::Test {
  AddressBook book;
  ChatOrder order;
  void given(std::vector<Person> people) { book.replace(std::move(people)), order.take(book); }
  std::vector<std::string> names() {
    std::vector<std::string> names;
    for (const auto& id : order.shown()) names.push_back(book.find(id)->name);
    return names;
  }
  using Names = std::vector<std::string>;
};

TEST_F(Order, RequestsComeFirstThenTheNewestAndTheBlockedOnlyByName) {
  given({somebody(1, "Old"), somebody(2, "New"), somebody(3, "Asks", sdk::Relation::asking),
         somebody(4, "Oldest foe", sdk::Relation::blocked)});
  EXPECT_EQ(names(), (Names{"Asks", "New", "Old"}));
  order.filter("OLD");
  EXPECT_EQ(names(), (Names{"Old", "Oldest foe"}));
  order.filter("olde");
  EXPECT_EQ(names(), (Names{"Oldest foe"}));
  order.filter("");
  EXPECT_EQ(names(), (Names{"Asks", "New", "Old"}));
}

TEST_F(Order, ALetterTakenBackBringsBackWhomItHid) {
  given({somebody(1, "ann"), somebody(2, "anna"), somebody(3, "bob")});
  order.filter("anna");
  EXPECT_EQ(names(), (Names{"anna"}));
  order.filter("ann");
  EXPECT_EQ(names(), (Names{"anna", "ann"}));
  order.filter("b");
  EXPECT_EQ(names(), (Names{"bob"}));
}

TEST_F(Order, TheFilterHoldsWhenTheBookChanges) {
  given({somebody(1, "ann")});
  order.filter("ann");
  given({somebody(1, "ann"), somebody(2, "joanne"), somebody(3, "bob")});
  EXPECT_EQ(names(), (Names{"joanne", "ann"}));
}

TEST_F(Order, AKeyLooksOnlyAtTheNamesThatAreLeftOfAHundredThousand) {
  constexpr std::uint32_t people = 100'000;
  std::vector<Person> all;
  for (std::uint32_t i = 0; i < people; ++i) all.push_back(somebody(i, "person " + std::to_string(i)));
  given(std::move(all));
  EXPECT_EQ(order.shown().size(), people);
  order.filter("9");
  EXPECT_EQ(order.looked_at(), people);
  const auto with_nine = order.shown().size();
  order.filter("99");
  EXPECT_EQ(order.looked_at(), with_nine);
  order.filter("9999");
  EXPECT_LT(order.looked_at(), people / 20);
  order.filter("99999");
  EXPECT_LT(order.looked_at(), 20U);
  EXPECT_EQ(names(), (Names{"person 99999"}));
  order.filter("");
  EXPECT_EQ(order.looked_at(), 0U);
  EXPECT_EQ(order.shown().size(), people);
}

}  // namespace
}  // namespace p2pchat::wx_gui
