// SPDX-License-Identifier: MIT
#include "screen/app.hpp"

#include "presented.hpp"
#include "text/glyphs.hpp"

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
      beach_(desk_),
      sea_(desk_),
      pages_{&help_, &chats_, &requests_, &network_, &search_, &beach_, &sea_} {}

void App::start() {
  feed_.open([this](const Event& event) { hear(event); }, [] {});
}

void App::hear(const Event& event) {
  runner_.hear(event);
  if (const auto* ready = std::get_if<BecameReady>(&event)) desk_.me = ready->me;
  if (const auto* notice = std::get_if<Notice>(&event)) say(notice->sentence, Style::accent);
  for (auto* one : pages_) one->hear(event);
  say_of_bottles(event);
  const auto* book = std::get_if<BookChanged>(&event);
  if (!book) return;
  for (const auto& change : book->changes)
    if (change.standing_changed && change.person.relation == sdk::Relation::asking &&
        change.kind != Change::Kind::removed)
      say(feed_.book().name_of(change.person.id) + " asks to be a contact: F3", Style::accent);
}

void App::say_of_bottles(const Event& event) {
  if (const auto* came = std::get_if<BottlesCame>(&event); came && !came->first)
    for (const auto& bottle : came->bottles)
      if (bottle.voyage == sdk::Voyage::unread) say(bottle.name + " came ashore: F6", Style::accent);
  if (const auto* moved = std::get_if<BottlesMoved>(&event))
    for (const auto& news : moved->news)
      if (news.step.voyage == sdk::Voyage::answered) say(news.bottle.name + " is answered: F7", Style::accent);
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
  if (key.is(Key::Code::function) && key.number >= 1 && key.number <= static_cast<int>(pages_.size())) {
    go(static_cast<Tab>(key.number - 1));
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
  if (!has_drafts()) {
    over_ = true;
    return;
  }
  leaving_ = true;
  say("a text is begun and not sent: Ctrl-Q again leaves and forgets it", Style::bad);
}

bool App::has_drafts() { return chats_.composer().has_drafts() || beach_.has_drafts() || sea_.has_drafts(); }

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

/// Opens one of the beach, or one of mine.
void App::open_bottle(const Command& command) {
  const bool of_mine = command.verb == Verb::mine;
  if (command.who.empty()) return go(of_mine ? Tab::sea : Tab::beach);
  auto& bottles = feed_.bottles();
  const auto bottle = of_mine ? bottles.sea().resolve(command.who) : bottles.beach().resolve(command.who);
  if (const auto* why = std::get_if<sdk::Status>(&bottle)) return say(why->text, Style::bad);
  go(of_mine ? Tab::sea : Tab::beach);
  BottlePage& page = of_mine ? static_cast<BottlePage&>(sea_) : beach_;
  page.open(std::get<sdk::Id>(bottle));
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
    case Verb::beach:
    case Verb::open:
    case Verb::mine:
      return open_bottle(command);
    case Verb::quit:
      return leave();
    default:
      return run_there(command);
  }
}

void App::run_there(const Command& command) {
  runner_.current = chats_.peer();
  runner_.run(command, [this, command, peer = chats_.peer()] {
    if (!succeeded_) give_back(command, peer);
  });
}

/// What could not be sent goes back to where it was written.
void App::give_back(const Command& command, const std::optional<sdk::Id>& peer) {
  BottlePage& page = tab_ == Tab::beach ? static_cast<BottlePage&>(beach_) : sea_;
  if (command.verb == Verb::msg) return chats_.composer().give_back(peer.value_or(sdk::Id{}), command.text);
  if (command.verb == Verb::cast) return page.give_back({}, command.text);
  if (command.verb != Verb::answer) return;
  const auto bottle = feed_.bottles().beach().resolve(command.who);
  if (const auto* id = std::get_if<sdk::Id>(&bottle)) beach_.give_back(*id, command.text);
}

void App::help(std::span<const CommandHelp>) { go(Tab::help); }
void App::me(const Me& me) { desk_.me = me; }
void App::people(const std::vector<const Person*>&) {}
void App::messages(const std::vector<Message>&) {}
void App::network(const NetworkPicture&) {}

void App::say_bottle(const Result& result, const std::string& who) {
  const auto* mine = result.bottle ? feed_.bottles().sea().find(*result.bottle) : nullptr;
  if (result.verb == Verb::cast)
    return say((mine ? mine->bottle.name : "it") + " is thrown" + (tab_ == Tab::sea ? "" : ": F7"), Style::good);
  if (result.verb == Verb::answer) return say("the answer is kept here until it has arrived", Style::good);
  if (result.verb == Verb::keep) return say("it is kept", Style::good);
  if (result.verb == Verb::release) return say("it drifts again", Style::good);
  if (result.verb == Verb::hide) say(who + " is blocked", Style::plain);
}

void App::result(const Result& result) {
  succeeded_ = result.status.ok();
  if (!result.status.ok()) return say(result.command + ": " + result.status.text, Style::bad);
  if (result.verb == Verb::name)
    return feed_.calls().self([this](const sdk::Status& status, const Me& me) {
      if (status.ok()) desk_.me = me;
    });
  const auto who = result.peer ? feed_.book().name_of(*result.peer) : std::string();
  if ((result.verb == Verb::add || result.verb == Verb::chat) && result.peer) {
    open(*result.peer, 0);
    const auto* person = feed_.book().find(*result.peer);
    if (person && person->relation == sdk::Relation::accepted) return;
    return say(who + " is asked; what you write waits until they accept", Style::plain);
  }
  if (BottleRunner::takes(result.verb)) return say_bottle(result, who);
  if (result.verb == Verb::accept) return say(who + " is a contact", Style::good);
  if (result.verb != Verb::msg) say(result.command + (who.empty() ? "" : " " + who) + ": done", Style::plain);
}

}  // namespace p2pchat::terminal_ui
