// SPDX-License-Identifier: MIT
#pragma once
#include "line/printer.hpp"

namespace p2pchat::terminal_ui {

/// One JSON object a line, for programs. The members are listed in docs/terminal.md and only ever added to.
class JsonPrinter final : public Printer {
 public:
  explicit JsonPrinter(Sink sink) : sink_(std::move(sink)) {}
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
  template <class Fill>
  void object(std::string_view event, Fill fill);
  void person(std::string_view event, const Person& person);
  void change(const Change& change);
  void sentence(std::string_view event, std::string_view text);
  Sink sink_;
};

}  // namespace p2pchat::terminal_ui
