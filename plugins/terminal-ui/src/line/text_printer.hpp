// SPDX-License-Identifier: MIT
#pragma once
#include "line/printer.hpp"
#include "line/text_bottles.hpp"

namespace p2pchat::terminal_ui {

/// Lines for people. Nothing in them can move a terminal: see `visible`.
///
/// A message begins with its time, what the program says with `--`, what went wrong with `!!`; the lines of a text
/// after its first are indented, so that no text can look like another line.
class TextPrinter final : public Printer {
 public:
  TextPrinter(Sink sink, const AddressBook& book) : sink_(std::move(sink)), book_(book) {}
  void event(const Event& event) override;
  void help(std::span<const CommandHelp> rows) override;
  void me(const Me& me) override;
  void people(const std::vector<const Person*>& rows) override;
  void messages(const std::vector<Message>& rows) override;
  void network(const NetworkPicture& picture) override;
  void beach(const std::vector<const Bottle*>& rows) override;
  void opened(const Bottle& bottle) override;
  void mine(const std::vector<Journey>& rows) override;
  void journey(const Journey& journey) override;
  void result(const Result& result) override;

 private:
  void say(std::string_view text);
  void note(std::string_view text) { say("-- " + std::string(text)); }
  void message(const Message& message, bool with_date);
  void state(const Message& message);
  void change(const Change& change);
  void came(const BottlesCame& event);
  std::string name(const sdk::Id& who) const;
  NameOf namer() const {
    return [this](const sdk::Id& who) { return name(who); };
  }
  Sink sink_;
  const AddressBook& book_;
};

}  // namespace p2pchat::terminal_ui
