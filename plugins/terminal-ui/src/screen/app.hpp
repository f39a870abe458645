// SPDX-License-Identifier: MIT
#pragma once
#include "command/runner.hpp"
#include "screen/beach_page.hpp"
#include "screen/chats_page.hpp"
#include "screen/help_page.hpp"
#include "screen/network_page.hpp"
#include "screen/requests_page.hpp"
#include "screen/sea_page.hpp"
#include "screen/search_page.hpp"

#include <array>

namespace p2pchat::terminal_ui {

/// The full screen without a terminal: keys and events in, a grid out. Thread: the UI's.
class App final : private Reporter {
 public:
  static constexpr int least_rows = 8, least_columns = 36;
  explicit App(Feed& feed);
  /// Begins to hear events and fetches what there is.
  void start();
  void key(const Key& key);
  void draw(Grid& grid);
  /// Whether the person asked to leave.
  bool over() const { return over_; }

 private:
  enum class Tab { help, chats, requests, network, search, beach, sea };
  void hear(const Event& event);
  void run(const Command& command);
  void run_there(const Command& command);
  void go(Tab tab);
  void open(const sdk::Id& peer, std::uint64_t place);
  void open_named(const Command& command);
  void search(const Command& command);
  void open_bottle(const Command& command);
  void give_back(const Command& command, const std::optional<sdk::Id>& peer);
  void say_of_bottles(const Event& event);
  void say_bottle(const Result& result, const std::string& who);
  bool has_drafts();
  bool global_key(const Key& key);
  void leave();
  void say(std::string sentence, Style style);
  Page& page() { return *pages_[static_cast<std::size_t>(tab_)]; }
  void draw_bar(Grid& grid);
  void draw_status(Grid& grid);

  void help(std::span<const CommandHelp> rows) override;
  void me(const Me& me) override;
  void people(const std::vector<const Person*>& rows) override;
  void messages(const std::vector<Message>& rows) override;
  void network(const NetworkPicture& picture) override;
  void beach(const std::vector<const Bottle*>&) override {}
  void opened(const Bottle&) override {}
  void mine(const std::vector<Journey>&) override {}
  void journey(const Journey&) override {}
  void result(const Result& result) override;

  Feed& feed_;
  Runner runner_;
  Desk desk_;
  ChatsPage chats_;
  HelpPage help_;
  RequestsPage requests_;
  NetworkPage network_;
  SearchPage search_;
  BeachPage beach_;
  SeaPage sea_;
  std::array<Page*, 7> pages_;
  Tab tab_ = Tab::chats;
  std::string said_;
  Style said_style_ = Style::plain;
  bool over_ = false, leaving_ = false, succeeded_ = true;
};

}  // namespace p2pchat::terminal_ui
