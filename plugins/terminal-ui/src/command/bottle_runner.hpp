// SPDX-License-Identifier: MIT
#pragma once
#include "command/reporter.hpp"
#include "shell/feed.hpp"

#include <functional>

namespace p2pchat::terminal_ui {

/// Does what the commands about bottles say. Thread and lifetimes as `Runner`, whose part it is.
class BottleRunner {
 public:
  BottleRunner(Feed& feed, Reporter& reporter) : feed_(feed), reporter_(reporter) {}
  /// Whether a command is one of these.
  static bool takes(Verb verb) { return verb >= Verb::cast && verb <= Verb::chat; }
  /// Runs a command; `done` follows its result.
  void run(const Command& command, const std::function<void()>& done);

 private:
  using Done = std::function<void()>;
  void about_found(const Command& command, const sdk::Id& bottle, const Done& done);
  void throw_one(const Command& command, const Done& done);
  void list_beach(const Command& command, const Done& done);
  void open(const Command& command, const sdk::Id& bottle, const Done& done);
  void hide(const Command& command, const sdk::Id& bottle, const Done& done);
  void mine(const Command& command, const Done& done);
  void chat(const Command& command, const Done& done);
  void ask(const Command& command, const sdk::Id& bottle, const sdk::Id& who, const std::string& greeting,
           const Done& done);
  void then_refresh_book(const Command& command, const sdk::Id& bottle, const sdk::Id& peer, const sdk::Status& status,
                         const Done& done);
  /// Fetches the beach before the result, so that what follows sees the change.
  Answer<> then_result(const Command& command, const sdk::Id& bottle, const Done& done);
  void finish(const Command& command, const sdk::Status& status, std::optional<sdk::Id> bottle, const Done& done,
              std::optional<sdk::Id> peer = {});
  const Beach& beach() { return feed_.bottles().beach(); }
  const Sea& sea() { return feed_.bottles().sea(); }
  Feed& feed_;
  Reporter& reporter_;
};

}  // namespace p2pchat::terminal_ui
