// SPDX-License-Identifier: MIT
#include "flow/drifting.hpp"

#include "sea/parcels.hpp"

#include <algorithm>

namespace p2pchat::bottle {

void Drifting::on_bottle(const Id& from, std::string_view text) {
  std::optional<Note> note;
  const auto refusal = admission_.admit(
      from, text, note, [this](const SeenKey& key) { return shore_.seen.contains(key) || pending_.contains(key); });
  if (refusal == Refusal::none) return take(from, std::move(*note));
  if (refusal == Refusal::seen) return come_again(from, std::move(*note));
  if (!note) return shore_.refusals.count(refusal);  // nothing that could be named in an answer
  shore_.refuse(from, Matter::bottle, note->id, refusal);
}

/// `seen` is only said of what is durable. A copy for me that I have taken is still at sea: its holder learns it.
void Drifting::come_again(const Id& from, Note note) {
  const auto key = key_of(note);
  if (const auto pending = pending_.find(key); pending != pending_.end()) {
    if (std::ranges::find(pending->second, from) == pending->second.end()) pending->second.push_back(from);
    return;
  }
  shore_.refuse(from, Matter::bottle, note.id, Refusal::seen);
  if (note.receiver != shore_.around.me || note.sender == shore_.around.me) return;
  const auto* held = shore_.beach.find(key);
  if (!held) on_mine(from, {.note = std::move(note)}, false);
}

void Drifting::take(const Id& from, Note note) {
  const auto key = key_of(note);
  const auto course = shore_.rounds.course({.note = note, .reached = {from}});
  if (!course.ashore && note.gas == 0) return shore_.refuse(from, Matter::bottle, key.bottle, Refusal::off_course);
  if (const auto refusal = find_room(note, course.ashore); refusal != Refusal::none)
    return shore_.refuse(from, Matter::bottle, key.bottle, refusal);
  admission_.count(from, note);
  Held held{.note = std::move(note), .here_ms = shore_.now_ms()};
  held.voyage = course.ashore ? Voyage::unread : Voyage::passing;
  const bool is_done = course.targets.empty() && course.claimed.empty();
  held.errand = is_done ? Held::Errand::none : Held::Errand::drift;
  held.owes_found = course.ashore && !held.note.is_addressed();
  pending_[key] = {from};
  const auto& kept = shore_.beach.add(std::move(held));
  shore_.records.save(kept, [this, key](const sdk::Status& status) { on_durable(key, status); });
}

/// What lies here for others or for people is bounded; what merely passes, by the rounds under way.
Refusal Drifting::find_room(const Note& note, bool is_ashore) {
  if (shore_.rounds.under_way() + pending_.size() >= most_rounds) return Refusal::busy;
  if (note.is_addressed()) {
    const auto gone = make_room(shore_.beach, note);
    if (!gone) return Refusal::receiver_quota;
    for (const auto& key : *gone) forget(key);
    return Refusal::none;
  }
  if (const auto passed = shore_.beach.oldest_passed()) forget(*passed);
  if (!is_ashore || shore_.beach.found_count() < shore_.around.settings.beach_capacity) return Refusal::none;
  auto gone = shore_.beach.oldest_read();
  if (!gone) gone = shore_.beach.oldest_of_largest(note.sender);
  if (gone) forget(*gone);
  return gone ? Refusal::none : Refusal::beach_full;
}

void Drifting::forget(const SeenKey& key) {
  shore_.beach.erase(key);
  shore_.records.erase(key);
}

/// Now it may be said, shown and sent on.
void Drifting::on_durable(const SeenKey& key, const sdk::Status& status) {
  const auto waiting = pending_.extract(key).mapped();
  const auto* held = shore_.beach.find(key);
  if (!status.ok() || !held) {
    shore_.beach.erase(key);
    for (const auto& node : waiting) shore_.refuse(node, Matter::bottle, key.bottle, Refusal::busy);
    return;
  }
  shore_.refusals.count(Refusal::none);
  for (const auto& gone : shore_.seen.add(key, held->note.expiry_ms, shore_.now_ms())) shore_.records.erase_seen(gone);
  shore_.records.save_seen(key, shore_.seen.until_ms(key).value_or(0));
  shore_.say(waiting.front(), Matter::bottle, key.bottle, held->voyage == Voyage::passing ? "passing" : "ashore");
  for (std::size_t i = 1; i < waiting.size(); ++i) shore_.refuse(waiting[i], Matter::bottle, key.bottle, Refusal::seen);
  on_changed(*held);
  welcome(*held, waiting.front());
  travel(key, waiting);
}

void Drifting::welcome(const Held& held, const Id& from) {
  if (held.note.receiver == shore_.around.me) return on_mine(from, held, true);
  if (held.note.is_addressed()) return;
  shore_.publish(held.voyage == Voyage::passing ? "bottle.passing" : "bottle.beach", held.note.id);
  if (held.owes_found) mailbag_.owe(key_of(held.note));
}

void Drifting::resume() {
  std::vector<SeenKey> travelling, owing;
  for (const auto& [key, held] : shore_.beach.all()) {
    if (held.errand != Held::Errand::none) travelling.push_back(key);
    if (held.owes_found || !held.reply.empty()) owing.push_back(key);
  }
  for (const auto& key : travelling) travel(key, {});
  for (const auto& key : owing) mailbag_.owe(key);
}

void Drifting::travel(const SeenKey& key, std::vector<Id> reached) {
  const auto* held = shore_.beach.find(key);
  if (!held || held->errand == Held::Errand::none) {
    if (held) on_round_done(key);
    return;
  }
  const bool is_released = held->errand == Held::Errand::release;
  Round round{.note = held->note, .kind = is_released ? Round::Kind::release : Round::Kind::drift};
  round.reached = std::move(reached);
  round.is_ashore = held->voyage != Voyage::passing;
  round.on_ashore = [this, key] { on_ashore(key); };
  round.on_done = [this, key](const Tally&) { on_round_done(key); };
  shore_.rounds.begin(std::move(round));
}

/// Too many of the nearest are dead: this node is one of the nearest that live.
void Drifting::on_ashore(const SeenKey& key) {
  auto* held = shore_.beach.find(key);
  if (!held || held->is_gone || held->voyage != Voyage::passing) return;
  held->voyage = Voyage::unread;
  held->owes_found = !held->note.is_addressed();
  shore_.records.save(*held, [this, key](const sdk::Status& status) {
    if (const auto* now_here = shore_.beach.find(key); now_here && status.ok()) welcome(*now_here, {});
  });
}

/// An addressed bottle that only passed is nothing to keep.
void Drifting::on_round_done(const SeenKey& key) {
  auto* held = shore_.beach.find(key);
  if (!held) return;
  if (held->note.is_addressed() && held->voyage == Voyage::passing) return forget(key);
  if (held->errand != Held::Errand::none) {
    held->errand = Held::Errand::none;
    shore_.records.save(*held, {});
  }
  on_changed(*held);
}

}  // namespace p2pchat::bottle
