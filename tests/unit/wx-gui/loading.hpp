// SPDX-License-Identifier: MIT
#pragma once
#include "shell/conversation_loader.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <gtest/gtest.h>

namespace p2pchat::wx_gui {

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
  std::uint64_t unread() {
    std::uint64_t unread = 99;
    chat.contacts(
        [&](const sdk::Contact& contact) {
          if (contact.id == bob) unread = contact.unread;
        },
        [](const sdk::Status&) {});
    settle();
    return unread;
  }
};

}  // namespace p2pchat::wx_gui
