// SPDX-License-Identifier: MIT
#include "screen/app.hpp"

#include "text/glyphs.hpp"
#include "text/visible.hpp"

#include <wire/hex.hpp>

#include <utility>

namespace p2pchat::terminal_ui {

App::App(Feed& feed)
    : feed_(feed),
      runner_(feed, *this),
      desk_{feed,
            {},
            [this](const Command& command) { run(command); },
            [this](const sdk::Id& peer, std::uint64_t place) { open(peer, place); },
            [this](std::string sentence, Style style) { say(std::move(sentence), style); }},
      chats_(desk_),
      help_(desk_),
      requests_(desk_),
      network_(desk_),
      search_(desk_),
      pages_{&help_, &chats_, &requests_, &network_, &search_} {}

void App::start() {
  feed_.open([this](const Event& event) { hear(event); }, [] {});
}

void App::hear(const Event& event) {
  runner_.hear(event);
  if (const auto* ready = std::get_if<BecameReady>(&event)) desk_.me = ready->me;
  if (const auto* notice = std::get_if<Notice>(&event)) say(notice->sentence, Style::accent);
  for (auto* one : pages_) one->hear(event);
  const auto* book = std::get_if<BookChanged>(&event);
  if (!book) return;
  for (const auto& change : book->changes)
    if (change.standing_changed && change.person.relation == sdk::Relation::asking &&
        change.kind != Change::Kind::removed)
      say(feed_.book().name_of(change.person.id) + " asks to be a contact: F3", Style::accent);
}

void App::say(std::string sentence, Style style) {
  said_ = visible_line(sentence);
  said_style_ = style;
}

void App::go(Tab tab) {
  tab_ = tab;
  chats_.set_visible(tab == Tab::chats);
  page().shown();
}

void App::open(const sdk::Id& peer, std::uint64_t place) {
  go(Tab::chats);
  chats_.open(peer, place);
  search_.set_scope(std::nullopt);
}

void App::key(const Key& key) {
  said_.clear();
  if (!std::exchange(leaving_, false) || !key.is_control('q')) {
    if (global_key(key) || page().key(key)) return;
    if (key.is(Key::Code::escape)) go(Tab::chats);
    return;
  }
  over_ = true;
}

bool App::global_key(const Key& key) {
  if (key.is(Key::Code::function) && key.number >= 1 && key.number <= 5) {
    constexpr Tab tabs[] = {Tab::help, Tab::chats, Tab::requests, Tab::network, Tab::search};
    go(tabs[key.number - 1]);
    return true;
  }
  if (key.is_control('f')) {
    search_.set_scope(chats_.peer());
    go(Tab::search);
    return true;
  }
  if (key.is_alt('a')) {
    go(Tab::chats);
    chats_.go_to_unread();
    return true;
  }
  if (!key.is_control('q') && !key.is_control('c')) return false;
  leave();
  return true;
}

void App::leave() {
  if (!chats_.composer().has_drafts()) {
    over_ = true;
    return;
  }
  leaving_ = true;
  say("a text is begun and not sent: Ctrl-Q again leaves and forgets it", Style::bad);
}

void App::open_named(const Command& command) {
  if (command.who.empty()) return go(Tab::chats);
  const auto who = feed_.book().resolve(command.who);
  if (const auto* why = std::get_if<sdk::Status>(&who)) return say(why->text, Style::bad);
  open(std::get<sdk::Id>(who), 0);
}

void App::search(const Command& command) {
  std::optional<sdk::Id> scope;
  if (command.verb == Verb::search_in) {
    const auto who = feed_.book().resolve(command.who);
    if (const auto* why = std::get_if<sdk::Status>(&who)) return say(why->text, Style::bad);
    scope = std::get<sdk::Id>(who);
  }
  search_.set_scope(scope);
  go(Tab::search);
  search_.search(command.text);
}

void App::run(const Command& command) {
  switch (command.verb) {
    case Verb::help:
    case Verb::me:
    case Verb::invite:
      return go(Tab::help);
    case Verb::contacts:
      chats_.focus_list();
      return go(Tab::chats);
    case Verb::requests:
      return go(Tab::requests);
    case Verb::peers:
      return go(Tab::network);
    case Verb::to:
    case Verb::history:
      return open_named(command);
    case Verb::search:
    case Verb::search_in:
      return search(command);
    case Verb::more:
      return say("PgUp goes on with a conversation, ↓ with a search", Style::plain);
    case Verb::quit:
      return leave();
    default:
      return run_there(command);
  }
}

void App::run_there(const Command& command) {
  runner_.current = chats_.peer();
  runner_.run(command, [this, command, peer = chats_.peer()] {
    // What could not be sent goes back to where it was written.
    if (command.verb == Verb::msg && !succeeded_) chats_.composer().give_back(peer.value_or(sdk::Id{}), command.text);
  });
}

void App::help(std::span<const CommandHelp>) { go(Tab::help); }
void App::me(const Me& me) { desk_.me = me; }
void App::people(const std::vector<const Person*>&) {}
void App::messages(const std::vector<Message>&) {}
void App::network(const NetworkPicture&) {}

void App::result(const Result& result) {
  succeeded_ = result.status.ok();
  if (!result.status.ok()) return say(result.command + ": " + result.status.text, Style::bad);
  if (result.verb == Verb::name)
    return feed_.calls().self([this](const sdk::Status& status, const Me& me) {
      if (status.ok()) desk_.me = me;
    });
  const auto who = result.peer ? feed_.book().name_of(*result.peer) : std::string();
  if (result.verb == Verb::add && result.peer) {
    open(*result.peer, 0);
    return say(who + " is asked; what you write waits until they accept", Style::plain);
  }
  if (result.verb == Verb::accept) return say(who + " is a contact", Style::good);
  if (result.verb != Verb::msg) say(result.command + (who.empty() ? "" : " " + who) + ": done", Style::plain);
}

}  // namespace p2pchat::terminal_ui
