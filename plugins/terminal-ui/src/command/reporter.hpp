// SPDX-License-Identifier: MIT
#pragma once
#include "command/command.hpp"
#include "presented.hpp"

#include <optional>
#include <string>
#include <vector>

namespace p2pchat::terminal_ui {

/// How a command ended.
struct Result {
  Verb verb = Verb::help;
  std::string command;  ///< the word that was typed
  sdk::Status status;
  std::optional<sdk::Id> peer, message;
  std::uint64_t next = 0;  ///< where `/more` goes on, 0 at the end
  std::optional<sdk::Id> bottle = {};
};

/// Shows what commands bring: rows first, then the result.
class Reporter {
 public:
  virtual void help(std::span<const CommandHelp> rows) = 0;
  virtual void me(const Me& me) = 0;
  virtual void people(const std::vector<const Person*>& rows) = 0;
  /// Newest first.
  virtual void messages(const std::vector<Message>& rows) = 0;
  virtual void network(const NetworkPicture& picture) = 0;
  /// What lies on the beach and what passes, newest first.
  virtual void beach(const std::vector<const Bottle*>& rows) = 0;
  /// One that was opened.
  virtual void opened(const Bottle& bottle) = 0;
  /// My bottles, newest first.
  virtual void mine(const std::vector<Journey>& rows) = 0;
  /// The way of one of mine, step by step.
  virtual void journey(const Journey& journey) = 0;
  virtual void result(const Result& result) = 0;

 protected:
  ~Reporter() = default;
};

}  // namespace p2pchat::terminal_ui
