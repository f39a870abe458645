// SPDX-License-Identifier: MIT
#include "look/qr_code.hpp"
#include "model/mirror.hpp"
#include "model/switcher.hpp"
#include "morning.hpp"

#include <gtest/gtest.h>
#include <time.h>

#include <cstdlib>

namespace p2pchat::wx_gui {
namespace {

Person person(std::uint8_t first, std::string name, std::uint64_t unread, std::uint64_t newest_ms,
              sdk::Relation relation = sdk::Relation::accepted) {
  Person made;
  made.id.b[0] = first, made.name = std::move(name), made.unread = unread, made.newest_ms = newest_ms;
  made.relation = relation;
  return made;
}

TEST(Switcher, HasTheUnreadFirstThenTheNewest) {
  AddressBook book;
  book.replace({person(1, "anna", 0, 900), person(2, "bob", 3, 100), person(3, "carol", 0, 500),
                person(4, "dave", 0, 0, sdk::Relation::blocked)});
  std::vector<int> order;
  ChatOrder list;
  list.take(book);
  for (const auto& who : switcher_order(book, list)) order.push_back(who.b[0]);
  EXPECT_EQ(order, (std::vector{2, 1, 3}));
}

TEST(Switcher, FindsWhoIsBlockedByName) {
  AddressBook book;
  book.replace({person(4, "dave", 0, 0, sdk::Relation::blocked)});
  ChatOrder list;
  list.take(book);
  EXPECT_TRUE(switcher_order(book, list).empty());
  list.filter("DA");
  EXPECT_EQ(switcher_order(book, list).size(), 1U);
}

TEST(Snippets, BeginALittleBeforeTheWord) {
  EXPECT_EQ(snippet_of("the sea is kind", "kind"), "the sea is kind");
  EXPECT_EQ(snippet_of("a very long beginning\nbefore the needle comes", "NEEDLE"), "…ning⏎before the needle comes");
  const auto snippet = snippet_of(std::string(500, 'x') + " needle", "needle");
  EXPECT_TRUE(snippet.starts_with("…"));
  EXPECT_TRUE(snippet.ends_with("needle"));
  EXPECT_LT(characters(snippet), 40U);
}

struct Mirror : testing::Test {
  English english;
  void SetUp() override {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
  }
};

TEST_F(Mirror, OfAMessageSaysWhoAndWhenAndHowFarItCame) {
  Message message;
  message.time_ms = morning, message.body = "two\nlines";
  message.direction = sdk::Direction::incoming;
  EXPECT_EQ(message_line(message, "小明", morning + hour, english), "小明, 10:00: two⏎lines");
  message.direction = sdk::Direction::outgoing, message.state = sdk::State::delivered;
  EXPECT_EQ(message_line(message, "me", morning + 24 * hour, english), "me, Yesterday 10:00, delivered: two⏎lines");
  message.state = sdk::State::failed, message.reason = "blocked";
  EXPECT_EQ(message_line(message, "me", morning, english), "me, 10:00, Not sent: they are blocked.: two⏎lines");
}

TEST_F(Mirror, OfABottleSaysWhereItIs) {
  Bottle bottle;
  bottle.here_ms = morning, bottle.body = "hello", bottle.voyage = sdk::Voyage::unread;
  EXPECT_EQ(bottle_line(bottle, false, morning + 2 * hour, english), "On the sand: “hello” · 2 hours");
  bottle.voyage = sdk::Voyage::adrift;
  EXPECT_EQ(bottle_line(bottle, true, morning, english), "Mine, in the water: “hello”");
}

TEST(QrCodes, HaveTheirThreeEyes) {
  const auto code = qr_code("p2pchat-safety:0123456789abcdef");
  ASSERT_TRUE(code);
  EXPECT_EQ(code->fields.size(), static_cast<std::size_t>(code->side * code->side));
  for (const auto& [x, y] : {std::pair{0, 0}, {code->side - 7, 0}, {0, code->side - 7}}) {
    EXPECT_TRUE(code->dark(x, y) && code->dark(x + 6, y + 6) && code->dark(x + 3, y + 3));
    EXPECT_FALSE(code->dark(x + 1, y + 1) || code->dark(x + 5, y + 1));
  }
}

TEST(QrCodes, AreNotMadeOfWhatIsTooLong) { EXPECT_FALSE(qr_code(std::string(4000, 'x'))); }

}  // namespace
}  // namespace p2pchat::wx_gui
