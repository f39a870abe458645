// SPDX-License-Identifier: MIT
#pragma once
#include "command/bottle_runner.hpp"
#include "command/message_names.hpp"
#include "command/reporter.hpp"
#include "shell/feed.hpp"

#include <functional>
#include <optional>

namespace p2pchat::terminal_ui {

/// Does what a command says and reports it. Thread: the UI's; `feed` and `reporter` outlive it and what it asked for.
class Runner {
 public:
  Runner(Feed& feed, Reporter& reporter) : feed_(feed), reporter_(reporter), bottles_(feed, reporter) {}

  /// Runs a command; `done` follows its result. Names are resolved at once, against the book as it is now.
  void run(const Command& command, std::function<void()> done);
  /// Reports a line that is no command.
  void refuse(const Mistyped& line);
  /// Learns of a message, so that it can be named.
  void hear(const Event& event);
  /// Whom plain text goes to.
  std::optional<sdk::Id> current;

 private:
  using Done = std::function<void()>;
  struct Where {
    Command command;
    sdk::Id peer;
    std::uint64_t before = 0;
  };
  void about_nobody(const Command& command, Done done);
  void about_peer(const Command& command, const sdk::Id& peer, Done done);
  void about_message(const Command& command, const sdk::Id& message, Done done);
  std::variant<sdk::Id, sdk::Status> peer_of(const Command& command) const;
  void add(const Command& command, Done done);
  void decline(const Command& command, const sdk::Id& peer, Done done);
  void send(const Command& command, const sdk::Id& peer, Done done);
  void read(const Command& command, const sdk::Id& peer, Done done);
  void write_out(const Command& command, const sdk::Id& peer, Done done);
  void page(Where where, const Command& asked, Done done);
  void more(const Command& command, Done done);
  void finish(Result result, const Done& done);
  /// Fetches the book before the result, so that what follows sees the change.
  Answer<> then_refresh(const Command& command, std::optional<sdk::Id> peer, Done done);
  Answer<> then_finish(const Command& command, std::optional<sdk::Id> peer, std::optional<sdk::Id> message, Done done);

  Feed& feed_;
  Reporter& reporter_;
  BottleRunner bottles_;
  MessageNames names_;
  std::optional<Where> last_;
};

}  // namespace p2pchat::terminal_ui
