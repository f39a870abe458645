// SPDX-License-Identifier: MIT
#include "command/bottle_runner.hpp"

#include "model/bottle_words.hpp"
#include "model/id_prefix.hpp"

#include <wire/hex.hpp>

namespace p2pchat::terminal_ui {
namespace {

bool is_number(std::string_view text) {
  return text.size() < least_prefix && text.find_first_not_of("0123456789") == text.npos;
}

}  // namespace

void BottleRunner::run(const Command& command, const Done& done) {
  switch (command.verb) {
    case Verb::cast:
      return throw_one(command, done);
    case Verb::beach:
      return list_beach(command, done);
    case Verb::mine:
      return mine(command, done);
    case Verb::chat:
      return chat(command, done);
    default:
      break;
  }
  const auto bottle = beach().resolve(command.who);
  if (const auto* why = std::get_if<sdk::Status>(&bottle)) return finish(command, *why, {}, done);
  about_found(command, std::get<sdk::Id>(bottle), done);
}

void BottleRunner::about_found(const Command& command, const sdk::Id& bottle, const Done& done) {
  auto& calls = feed_.bottles().calls();
  switch (command.verb) {
    case Verb::open:
      return open(command, bottle, done);
    case Verb::answer:
      return calls.answer(bottle, command.text, then_result(command, bottle, done));
    case Verb::keep:
      return calls.keep(bottle, then_result(command, bottle, done));
    case Verb::release:
      return calls.release(bottle, then_result(command, bottle, done));
    case Verb::hide:
      return hide(command, bottle, done);
    default:
      return finish(command, {sdk::Errc::internal, "not a command about a bottle"}, bottle, done);
  }
}

void BottleRunner::throw_one(const Command& command, const Done& done) {
  feed_.bottles().calls().cast(command.text, 0, [this, command, done](const sdk::Status& status, const sdk::Id& id) {
    if (!status.ok()) return finish(command, status, {}, done);
    feed_.bottles().refresh_sea([this, command, id, done] { finish(command, {}, id, done); });
  });
}

void BottleRunner::list_beach(const Command& command, const Done& done) {
  if (!feed_.bottles().calls().present()) return finish(command, BottleCalls::absent(), {}, done);
  feed_.bottles().refresh_beach([this, command, done] {
    auto rows = beach().lying();
    const auto passing = beach().passing();
    rows.insert(rows.end(), passing.begin(), passing.end());
    reporter_.beach(rows);
    finish(command, {}, {}, done);
  });
}

void BottleRunner::open(const Command& command, const sdk::Id& bottle, const Done& done) {
  const auto* found = beach().find(bottle);
  // What passes can be read, but not be marked: it is nobody's find.
  if (found && found->voyage == sdk::Voyage::passing) {
    reporter_.opened(*found);
    return finish(command, {}, bottle, done);
  }
  feed_.bottles().calls().open(bottle, [this, command, bottle, done](const sdk::Status& status) {
    if (!status.ok()) return finish(command, status, bottle, done);
    feed_.bottles().refresh_beach([this, command, bottle, done] {
      if (const auto* opened = beach().find(bottle)) reporter_.opened(*opened);
      finish(command, {}, bottle, done);
    });
  });
}

void BottleRunner::hide(const Command& command, const sdk::Id& bottle, const Done& done) {
  const auto* found = beach().find(bottle);
  if (!found) return finish(command, {sdk::Errc::not_found, "this bottle is gone"}, bottle, done);
  feed_.calls().block(found->sender, [this, command, bottle, who = found->sender, done](const sdk::Status& status) {
    then_refresh_book(command, bottle, who, status, done);
  });
}

void BottleRunner::mine(const Command& command, const Done& done) {
  if (!feed_.bottles().calls().present()) return finish(command, BottleCalls::absent(), {}, done);
  feed_.bottles().refresh_sea([this, command, done] {
    if (command.who.empty()) {
      reporter_.mine(sea().journeys());
      return finish(command, {}, {}, done);
    }
    const auto bottle = sea().resolve(command.who);
    if (const auto* why = std::get_if<sdk::Status>(&bottle)) return finish(command, *why, {}, done);
    if (const auto* journey = sea().find(std::get<sdk::Id>(bottle))) reporter_.journey(*journey);
    finish(command, {}, std::get<sdk::Id>(bottle), done);
  });
}

/// A bare number is one on the beach.
void BottleRunner::chat(const Command& command, const Done& done) {
  const auto there = beach().resolve(command.who), of_mine = sea().resolve(command.who);
  if (const auto* bottle = std::get_if<sdk::Id>(&there)) {
    const auto* found = beach().find(*bottle);
    if (!found) return finish(command, {sdk::Errc::not_found, "this bottle is gone"}, *bottle, done);
    return ask(command, *bottle, found->sender, greeting_to_creator(found->body), done);
  }
  const auto* bottle = is_number(command.who) ? nullptr : std::get_if<sdk::Id>(&of_mine);
  const auto* journey = bottle ? sea().find(*bottle) : nullptr;
  if (!journey) return finish(command, std::get<sdk::Status>(command.who.starts_with('m') ? of_mine : there), {}, done);
  const auto who = finder(*journey, command.count);
  if (const auto* why = std::get_if<sdk::Status>(&who)) return finish(command, *why, *bottle, done);
  ask(command, *bottle, std::get<sdk::Id>(who), greeting_to_finder(journey->bottle.body), done);
}

void BottleRunner::ask(const Command& command, const sdk::Id& bottle, const sdk::Id& who, const std::string& greeting,
                       const Done& done) {
  feed_.calls().add(wire::to_hex(who), {}, greeting,
                    [this, command, bottle, who, done](const sdk::Status& status, const sdk::Id&) {
                      then_refresh_book(command, bottle, who, status, done);
                    });
}

void BottleRunner::then_refresh_book(const Command& command, const sdk::Id& bottle, const sdk::Id& peer,
                                     const sdk::Status& status, const Done& done) {
  feed_.refresh([this, command, bottle, peer, status, done] { finish(command, status, bottle, done, peer); });
}

Answer<> BottleRunner::then_result(const Command& command, const sdk::Id& bottle, const Done& done) {
  return [this, command, bottle, done](const sdk::Status& status) {
    feed_.bottles().refresh_beach([this, command, bottle, status, done] { finish(command, status, bottle, done); });
  };
}

void BottleRunner::finish(const Command& command, const sdk::Status& status, std::optional<sdk::Id> bottle,
                          const Done& done, std::optional<sdk::Id> peer) {
  reporter_.result({command.verb, command.word, status, peer, {}, 0, bottle});
  if (done) done();
}

}  // namespace p2pchat::terminal_ui
