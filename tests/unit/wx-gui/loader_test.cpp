// SPDX-License-Identifier: MIT
#include "shell/conversation_loader.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {
namespace {

using Kind = ConversationLoader::Change::Kind;

struct Loading : testing::Test {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  test::FakeChat chat{host};
  std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
  std::unique_ptr<ChatCalls> calls;
  std::vector<Kind> changes;
  std::unique_ptr<ConversationLoader> loader;
  const sdk::Id bob = test::FakeChat::id(0xB0), carol = test::FakeChat::id(0xCA);

  void SetUp() override {
    host.provide(static_cast<sdk::Chat&>(chat));
    calls = std::make_unique<ChatCalls>(host, mailbox);
    loader = std::make_unique<ConversationLoader>(
        *calls, [this](const ConversationLoader::Change& change) { changes.push_back(change.kind); });
    chat.befriend(bob, "bob");
    chat.befriend(carol, "carol");
  }
  void write(int count) {
    for (int i = 1; i <= count; ++i) chat.receive(bob, "text " + std::to_string(i));
  }
  void settle() {
    for (int round = 0; round < 20; ++round) clock.run_for(1), mailbox->run_all();
  }
  void open(const sdk::Id& who) { loader->open(who), settle(); }
  std::size_t size() const { return loader->conversation().messages().size(); }
};

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

TEST_F(Loading, DropsTextsFarFromTheViewAndFillsThemWhenItComesBack) {
  write(4000);
  open(bob);
  loader->reach(1, [] {});
  settle();
  ASSERT_EQ(size(), 4000U);
  loader->view_moved({0, 10});
  settle();
  EXPECT_FALSE(loader->conversation().messages()[3000].has_text);
  for (int page = 0; page < 3; ++page) loader->view_moved({2990, 3000}), settle();
  EXPECT_EQ(loader->conversation().messages()[2995].body, "text 2996");
  EXPECT_EQ(loader->conversation().messages()[3020].body, "text 3021");
}

TEST_F(Loading, ReachesAPlaceFarBack) {
  write(3000);
  open(bob);
  bool there = false;
  loader->reach(5, [&] { there = true; });
  settle();
  EXPECT_TRUE(there);
  EXPECT_LE(loader->conversation().oldest_place(), 5U);
}

TEST_F(Loading, ReadsWhatWasDroppedFromTheStore) {
  write(4000);
  open(bob);
  loader->reach(1, [] {});
  settle();
  loader->view_moved({0, 10});
  settle();
  std::vector<std::string> texts;
  loader->read(5, 3998, [&](const std::vector<Message>& messages) {
    for (const auto& message : messages) texts.push_back(message.body);
  });
  settle();
  ASSERT_EQ(texts.size(), 3994U);
  EXPECT_EQ(texts.front(), "text 5");
  EXPECT_EQ(texts[2990], "text 2995");
  EXPECT_EQ(texts.back(), "text 3998");
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
  std::uint64_t unread = 99;
  chat.contacts(
      [&](const sdk::Contact& contact) {
        if (contact.id == bob) unread = contact.unread;
      },
      [](const sdk::Status&) {});
  settle();
  EXPECT_EQ(unread, 0U);
}

}  // namespace
}  // namespace p2pchat::wx_gui
