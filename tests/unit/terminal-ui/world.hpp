// SPDX-License-Identifier: MIT
#pragma once
#include "shell/feed.hpp"
#include "support/fake_bottle.hpp"
#include "support/fake_chat.hpp"
#include "support/virtual_host.hpp"

#include <memory>
#include <string>

namespace p2pchat::terminal_ui {

/// A feed over a fake chat, and fake bottles unless told otherwise, on a virtual clock.
struct World {
  test::VirtualClock clock;
  test::VirtualHost host{clock};
  test::FakeChat chat{host};
  test::FakeBottle bottle{host, test::FakeChat::id(0xAA)};
  std::shared_ptr<Mailbox> mailbox = std::make_shared<Mailbox>();
  std::unique_ptr<Feed> feed;

  enum class Bottles { none, fake };
  explicit World(Bottles bottles = Bottles::fake) {
    ::setenv("TZ", "UTC", 1);
    ::tzset();
    host.epoch_ms = 1'763'942'400'000;  // a midnight
    host.provide(static_cast<sdk::Chat&>(chat));
    if (bottles == Bottles::fake) host.provide(static_cast<sdk::Bottle&>(bottle));
    feed = std::make_unique<Feed>(host, mailbox);
    feed->listen();
  }
  /// Lets the loop and the UI's thread do all they have to do.
  void settle() {
    for (int round = 0; round < 20; ++round) {
      clock.run_for(1);
      mailbox->run_all();
    }
  }
};

}  // namespace p2pchat::terminal_ui
