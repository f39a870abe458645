// SPDX-License-Identifier: MIT
// A conversation of which only the part around the view is in memory.
#include "loading.hpp"

#include <algorithm>

namespace p2pchat::wx_gui {
namespace {

struct LongConversation : Loading {
  const std::deque<Message>& messages() const { return loader->conversation().messages(); }
  void jump(std::uint64_t place) {
    bool there = false;
    loader->reach(place, [&] { there = true; });
    settle();
    ASSERT_TRUE(there) << place;
  }
  /// Looks at ten rows around a place, until everything is fetched.
  void look_at(std::uint64_t place) {
    for (std::size_t before = 0, now = 1; before != now;) {
      before = now;
      const auto row = std::min(loader->conversation().index_of(place), size() - 1);
      loader->view_moved({row - std::min<std::size_t>(row, 5), std::min(row + 5, size())});
      settle();
      now = messages().front().place * 31 + messages().back().place;
    }
  }
  /// Tells of the newest message, as the host does.
  void hear() {
    calls->history(bob, 0, 1, [this](const sdk::Status&, const MessagePage& page) { loader->take(page.messages[0]); });
    settle();
  }
  /// Looks at message 300 of a thousand when the conversation is forgotten.
  void forget_in_the_middle() {
    write(1000);
    open(bob);
    jump(300);
    chat.remove_contact(bob, 1, [](const sdk::Status&) {});
    settle();
  }
  void expect_no_gap() {
    for (std::size_t i = 1; i < size(); ++i) ASSERT_EQ(messages()[i].place, messages()[i - 1].place + 1);
  }
};

TEST_F(LongConversation, GoesToAPlaceFarBackByAPageAroundIt) {
  write(3000);
  open(bob);
  jump(1500);
  EXPECT_LE(size(), page_rows);
  EXPECT_EQ(changes.back(), Kind::jumped);
  const auto row = loader->conversation().index_of(1500);
  ASSERT_LT(row, size());
  EXPECT_EQ(messages()[row].body, "text 1500");
  EXPECT_GE(row, ahead_rows);
  EXPECT_GE(size() - row, ahead_rows);
  EXPECT_FALSE(loader->conversation().complete());
  EXPECT_FALSE(loader->conversation().at_end());
  EXPECT_NEAR(static_cast<double>(loader->outside().older), 1450, 5);
  EXPECT_NEAR(static_cast<double>(loader->outside().newer), 1450, 5);
}

TEST_F(LongConversation, GoesToTheOldestAndBackToTheNewest) {
  write(3000);
  open(bob);
  jump(1);
  EXPECT_EQ(messages().front().body, "text 1");
  EXPECT_TRUE(loader->conversation().complete());
  EXPECT_EQ(loader->outside().older, 0);
  jump(ConversationLoader::the_end);
  EXPECT_EQ(messages().back().body, "text 3000");
  EXPECT_TRUE(loader->conversation().at_end());
  EXPECT_EQ(loader->outside().newer, 0);
}

TEST_F(LongConversation, StaysWhereItIsForAPlaceThatIsThere) {
  write(3000);
  open(bob);
  changes.clear();
  jump(2950);
  EXPECT_TRUE(changes.empty());
}

TEST_F(LongConversation, ScrollsFromOneEndToTheOtherWithoutAGapAndKeepsAFewHundred) {
  write(4000);
  open(bob);
  jump(1);
  std::size_t most = 0;
  for (std::uint64_t place = 1; place <= 4000; place += 30) {
    look_at(place);
    ASSERT_EQ(messages()[loader->conversation().index_of(place)].place, place);
    most = std::max(most, size());
  }
  look_at(4000);
  expect_no_gap();
  EXPECT_TRUE(loader->conversation().at_end());
  EXPECT_FALSE(loader->conversation().complete()) << "what was at the beginning is gone";
  for (std::uint64_t place = 4000; place > 30; place -= 30) {
    look_at(place);
    ASSERT_EQ(messages()[loader->conversation().index_of(place)].place, place);
    most = std::max(most, size());
  }
  look_at(1);
  expect_no_gap();
  EXPECT_TRUE(loader->conversation().complete());
  EXPECT_LE(most, 2200U);
}

TEST_F(LongConversation, TellsOfWhatHappensBelowAndHasItWhenOneGoesThere) {
  write(1000);
  open(bob);
  jump(300);
  const auto before = size();
  changes.clear();
  chat.receive(bob, "news");
  settle(), hear();
  EXPECT_EQ(changes, std::vector<Kind>{Kind::beyond});
  EXPECT_EQ(size(), before);
  look_at(300);
  EXPECT_FALSE(loader->conversation().at_end());
  jump(ConversationLoader::the_end);
  EXPECT_EQ(messages().back().body, "news");
}

TEST_F(LongConversation, MissesNothingThatComesWhileTheLastPageIsFetched) {
  write(1000);
  open(bob);
  jump(880);
  chat.hold_answers();
  loader->view_moved({size() - 10, size()});  // asks for what follows
  chat.receive(bob, "one");
  settle();
  chat.let_go();
  settle(), hear();
  look_at(1001);
  EXPECT_EQ(messages().back().body, "one");
  EXPECT_TRUE(loader->conversation().at_end());
  chat.receive(bob, "two");
  settle(), hear();
  EXPECT_EQ(messages().back().body, "two");
  expect_no_gap();
}

TEST_F(LongConversation, IsNotAtTheEndWhenMoreCameThanTheLastPageHas) {
  write(950);
  open(bob);
  jump(880);
  loader->view_moved({size() - 10, size()});
  clock.run_for(1);  // the page is on its way
  chat.receive(bob, "one");
  clock.run_for(1);
  Message early;
  early.id.b[0] = 1, early.peer = bob, early.place = 951;
  loader->take(early);
  mailbox->run_all();
  EXPECT_EQ(messages().back().place, 950U);
  EXPECT_FALSE(loader->conversation().at_end());
  look_at(951);
  EXPECT_EQ(messages().back().body, "one");
  EXPECT_TRUE(loader->conversation().at_end());
}

TEST_F(LongConversation, GoesToWhatIsNearestToAPlaceThatIsGone) {
  write(500);
  chat.receive(carol, "hello");  // takes a place that bob's conversation lacks
  chat.receive(carol, "there");
  write(500);
  open(bob);
  jump(501);
  const auto row = loader->conversation().index_of(501);
  ASSERT_LT(row, size());
  EXPECT_EQ(messages()[row].place, 503U);
  EXPECT_EQ(messages()[row - 1].place, 500U);
}

TEST_F(LongConversation, IsEmptyWhenItWasForgottenMeanwhile) {
  forget_in_the_middle();
  jump(700);
  EXPECT_EQ(size(), 0U);
  EXPECT_TRUE(loader->conversation().complete());
  EXPECT_TRUE(loader->conversation().at_end());
}

TEST_F(LongConversation, EndsWhereItIsWhenWhatFollowsWasForgotten) {
  forget_in_the_middle();
  look_at(350), look_at(250);
  EXPECT_TRUE(loader->conversation().at_end());
  EXPECT_TRUE(loader->conversation().complete());
}

TEST_F(LongConversation, StaysAtTheViewWhenAMessageComesBetweenOthers) {
  write(3000);
  open(bob);
  jump(1500);
  look_at(1500);
  Message late = messages()[3];
  late.id = test::FakeChat::id(0x77);
  changes.clear();
  loader->take(late);
  settle();
  EXPECT_EQ(changes, std::vector<Kind>{Kind::reset});
  EXPECT_EQ(messages()[loader->conversation().index_of(1500)].place, 1500U);
}

TEST_F(LongConversation, GoesToTheLastPlaceAskedFor) {
  write(3000);
  open(bob);
  int first = 0, second = 0;
  loader->reach(500, [&] { ++first; });
  loader->reach(2000, [&] { ++second; });
  settle();
  EXPECT_EQ(first, 0);
  EXPECT_EQ(second, 1);
  EXPECT_EQ(messages()[loader->conversation().index_of(2000)].place, 2000U);
}

TEST_F(LongConversation, WaitsForTheFirstPageBeforeItGoesFurther) {
  write(3000);
  bool there = false;
  loader->open(bob);
  loader->reach(5, [&] { there = true; });
  settle();
  EXPECT_TRUE(there);
  EXPECT_EQ(messages().front().place, 1U);
}

TEST_F(LongConversation, ReadsWhatIsNotThereFromTheStore) {
  write(4000);
  open(bob);
  jump(1);
  std::vector<std::string> texts;
  loader->read(5, 3998, [&](const std::vector<Message>& read) {
    for (const auto& message : read) texts.push_back(message.body);
  });
  settle();
  ASSERT_EQ(texts.size(), 3994U);
  EXPECT_EQ(texts.front(), "text 5");
  EXPECT_EQ(texts[2990], "text 2995");
  EXPECT_EQ(texts.back(), "text 3998");
}

TEST_F(LongConversation, MarksNothingAsReadThatIsNotLoaded) {
  write(1000);
  open(bob);
  jump(300);
  loader->mark_read();
  settle();
  EXPECT_EQ(unread(), 1000U);
  jump(ConversationLoader::the_end);
  loader->mark_read();
  settle();
  EXPECT_EQ(unread(), 0U);
}

TEST_F(LongConversation, FindsAPlaceByHowFarItIsAway) {
  write(3000);
  loader->open(bob);
  EXPECT_EQ(loader->outside().older, 0) << "nothing is known yet";
  settle();
  EXPECT_EQ(loader->outside().older, 2900);
  EXPECT_EQ(loader->place_away(-1901), 1000U);
  EXPECT_EQ(loader->place_away(-100'000), 1U);
  jump(1);
  EXPECT_EQ(loader->place_away(100), messages().back().place + 100);
}

}  // namespace
}  // namespace p2pchat::wx_gui
