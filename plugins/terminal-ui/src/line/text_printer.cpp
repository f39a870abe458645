// SPDX-License-Identifier: MIT
#include "line/text_printer.hpp"

#include "line/excerpt.hpp"
#include "model/words.hpp"
#include "presented.hpp"
#include "text/clock.hpp"
#include "text/glyphs.hpp"

#include <wire/hex.hpp>

#include <algorithm>
#include <ranges>

namespace p2pchat::terminal_ui {
namespace {

std::string on_one_line(std::string_view text, int limit) { return clipped(visible_line(text), limit); }

std::string counted(std::size_t count, const char* what) {
  return std::to_string(count) + " " + what + (count == 1 ? "" : "s");
}

/// What a contact is to me, in a list.
std::string standing(const Person& person) {
  switch (person.relation) {
    case sdk::Relation::asked:
      return "asked, has not answered";
    case sdk::Relation::asking:
      return "asks to be a contact";
    case sdk::Relation::blocked:
      return "blocked";
    case sdk::Relation::accepted:
      break;
  }
  std::string text = person.online ? "online" : "away";
  if (person.unread) text += ", " + std::to_string(person.unread) + " unread";
  if (person.newest_ms) text += ", last " + date_text(person.newest_ms);
  return text;
}

}  // namespace

void TextPrinter::say(std::string_view text) { sink_(std::string(text) + "\n"); }

std::string TextPrinter::name(const sdk::Id& who) const { return on_one_line(book_.name_of(who), glance); }

void TextPrinter::message(const Message& message, bool with_date) {
  std::string text = with_date ? date_text(message.time_ms) : clock_text(message.time_ms);
  text += message.incoming() ? " " + name(message.peer) + ": " : " to " + name(message.peer) + ": ";
  text += indented(message.body);
  const auto why = visible_line(reason_words(message.reason));
  if (with_date && !message.incoming())
    text += "  [" + std::string(word(message.state)) + (why.empty() ? "" : ": " + why) + "]";
  say(text);
}

void TextPrinter::state(const Message& message) {
  if (message.incoming()) return;
  const auto who = name(message.peer), what = on_one_line(message.body, glance),
             why = visible_line(reason_words(message.reason));
  switch (message.state) {
    case sdk::State::queued:
      if (!why.empty()) note("waits for " + who + " (" + why + "): " + what);
      return;
    case sdk::State::sent:
      return;
    case sdk::State::delivered:
      return note("delivered to " + who + ": " + what);
    case sdk::State::read:
      return note("read by " + who + ": " + what);
    case sdk::State::failed:
      return note("not sent to " + who + " (" + why + "): " + what + "  /retry " + wire::short_hex(message.id));
  }
}

void TextPrinter::change(const Change& change) {
  if (!change.standing_changed) return;
  const auto who =
      on_one_line(change.person.name.empty() ? wire::short_hex(change.person.id) : change.person.name, glance);
  const auto id = wire::short_hex(change.person.id);
  if (change.kind == Change::Kind::removed) return note(who + " is forgotten");
  switch (change.person.relation) {
    case sdk::Relation::asked:
      return note(who + " is asked; what you write waits until they accept");
    case sdk::Relation::asking: {
      const auto greeting = on_one_line(change.person.greeting, 2 * glance);
      note(who + " asks to be a contact" + (greeting.empty() ? "" : ": " + greeting));
      return note("/accept " + id + " or /decline " + id);
    }
    case sdk::Relation::accepted:
      return note(who + " is a contact");
    case sdk::Relation::blocked:
      return note(who + " is blocked");
  }
}

void TextPrinter::event(const Event& event) {
  struct Write {
    TextPrinter& out;
    void operator()(const BecameReady& e) {
      out.say("you are " + visible_line(e.me.invite));
      out.note("give that line to a friend; /help lists the commands");
    }
    void operator()(const BookChanged& e) {
      for (const auto& change : e.changes)
        if (!e.first || change.person.relation == sdk::Relation::asking) out.change(change);
    }
    void operator()(const MessageAdded& e) { out.message(e.message, false); }
    void operator()(const MessageChanged& e) { out.state(e.message); }
    void operator()(const Presence& e) {
      if (out.book_.find(e.who)) out.note(out.name(e.who) + (e.online ? " is online" : " is away"));
    }
    void operator()(const NetworkStatus& e) { out.note(visible_line(e.sentence)); }
    void operator()(const Notice& e) { out.note(visible_line(e.sentence)); }
    void operator()(const BottlesCame& e) { out.came(e); }
    void operator()(const BottlesMoved& e) {
      for (const auto& news : e.news) out.say(moved_text(news, out.namer()));
    }
  };
  std::visit(Write{*this}, event);
}

void TextPrinter::came(const BottlesCame& event) {
  if (!event.first) {
    for (const auto& bottle : event.bottles) say(came_text(bottle));
    return;
  }
  const auto unread = std::ranges::count(event.bottles, sdk::Voyage::unread, &Bottle::voyage);
  if (unread) note(counted(static_cast<std::size_t>(unread), "unread bottle") + " on the beach: /beach");
}

void TextPrinter::help(std::span<const CommandHelp> rows) {
  for (const auto& row : rows)
    say(padded(std::string(row.word) + " " + std::string(row.arguments), 36) + std::string(row.text));
  say("A BOTTLE is named as /beach and /mine list it: b1, m1.");
  say("A PEER is a name (in quotes when it has spaces), an id, or the first six digits of one.");
}

void TextPrinter::me(const Me& me) {
  say("name    " + visible_line(me.name));
  say("id      " + wire::to_hex(me.id));
  say("invite  " + visible_line(me.invite));
}

void TextPrinter::people(const std::vector<const Person*>& rows) {
  for (const auto* row : rows)
    say(wire::short_hex(row->id) + "  " + padded(visible_line(row->name), 20) + "  " + standing(*row));
  if (rows.empty()) note("nobody");
}

void TextPrinter::messages(const std::vector<Message>& rows) {
  for (const auto& row : rows | std::views::reverse) message(row, true);
  if (rows.empty()) note("nothing");
}

void TextPrinter::network(const NetworkPicture& picture) {
  for (const auto& peer : picture.sessions)
    say("session  " + padded(name(peer.id), 20) + "  " + visible_line(peer.endpoint));
  for (const auto& node : picture.table)
    say("node     " + wire::short_hex(node.id) + "  " + padded(visible_line(node.endpoint), 22) + "  " +
        (node.rtt_ms ? std::to_string(node.rtt_ms) + " ms" : "unmeasured") + ", bucket " + std::to_string(node.bucket) +
        ", seen " + span_text(node.age_s) + " ago");
  note(counted(picture.sessions.size(), "session") + ", " + counted(picture.table.size(), "node") + " known");
}

void TextPrinter::beach(const std::vector<const Bottle*>& rows) {
  for (const auto* row : rows | std::views::reverse) say(shore_row(*row));
  if (rows.empty()) note("the beach is empty: bottles drift in by themselves; /throw TEXT throws one");
}

void TextPrinter::opened(const Bottle& bottle) { say(opened_text(bottle, namer())); }

void TextPrinter::mine(const std::vector<Journey>& rows) {
  for (const auto& row : rows | std::views::reverse) say(sea_row(row));
  if (rows.empty()) note("no bottle of mine is at sea: /throw TEXT throws one");
}

void TextPrinter::journey(const Journey& journey) { say(journey_text(journey, namer())); }

void TextPrinter::result(const Result& result) {
  const auto command = result.command.empty() ? "" : visible_line(result.command) + ": ";
  if (!result.status.ok()) return say("!! " + command + visible_line(result.status.text));
  switch (result.verb) {
    case Verb::write_out:
      return note("the conversation is written");
    case Verb::to:
      return note("what you type goes to " + name(*result.peer));
    case Verb::answer:
      return note("the answer is kept here until it has arrived");
    case Verb::keep:
      return note("it is kept");
    case Verb::release:
      return note("it drifts again");
    case Verb::name:
    case Verb::rename:
    case Verb::unblock:
    case Verb::read:
    case Verb::retry:
    case Verb::cancel:
      return note("done");
    default:
      if (result.next) note("/more goes on");
  }
}

}  // namespace p2pchat::terminal_ui
