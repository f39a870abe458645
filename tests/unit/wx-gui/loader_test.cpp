// SPDX-License-Identifier: MIT
#include "loading.hpp"

namespace p2pchat::wx_gui {
namespace {

TEST_F(Loading, BeginsWithTheNewestPage) {
  write(250);
  open(bob);
  EXPECT_EQ(size(), page_rows);
  EXPECT_EQ(loader->conversation().messages().back().body, "text 250");
  EXPECT_FALSE(loader->conversation().complete());
}

TEST_F(Loading, FetchesOlderPagesUntilThereAreNone) {
  write(250);
  open(bob);
  for (int page = 0; page < 5; ++page) loader->view_moved({0, 10}), settle();
  EXPECT_EQ(size(), 250U);
  EXPECT_TRUE(loader->conversation().complete());
}

TEST_F(Loading, DropsAPageThatComesAfterTheConversationWasLeft) {
  write(10);
  chat.receive(carol, "hello");
  settle();
  loader->open(bob);
  loader->open(carol);
  settle();
  EXPECT_EQ(size(), 1U);
  EXPECT_EQ(loader->conversation().messages()[0].body, "hello");
}

TEST_F(Loading, DropsAnswersThatComeWhenItIsGone) {
  write(10);
  loader->open(bob);
  loader.reset();
  settle();
  EXPECT_EQ(changes, std::vector<Kind>{Kind::reset});
}

TEST_F(Loading, SaysWhyAPageCannotBeFetched) {
  chat.failure = {sdk::Errc::io, "disk full"};
  open(bob);
  EXPECT_EQ(changes.back(), Kind::failed);
  EXPECT_EQ(loader->problem().code, sdk::Errc::io);
}

TEST_F(Loading, MarksAsReadOnceForEachNewestMessage) {
  write(3);
  open(bob);
  loader->mark_read();
  settle();
  EXPECT_EQ(unread(), 0U);
}

}  // namespace
}  // namespace p2pchat::wx_gui
