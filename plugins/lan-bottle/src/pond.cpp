// SPDX-License-Identifier: MIT
#include "pond.hpp"

#include <algorithm>

namespace p2pchat::lan_bottle {
namespace {

constexpr std::string_view notes_table = "notes", steps_table = "responses", seen_table = "seen";
constexpr std::uint64_t least_sleep_ms = 1'000, longest_sleep_ms = 6ull * 3600 * 1000;

template <std::size_t N>
sdk::bytes lent(const std::array<std::uint8_t, N>& octets) {
  return {octets.data(), octets.size()};
}

}  // namespace

void Pond::say(const Id& to, Matter of, const Id& note, std::string_view word) {
  around.network.send(to, word_type, write_word({note, of, std::string(word)}), {});
}

void Pond::refuse(const Id& to, Matter of, const Id& note, Refusal refusal) {
  refusals.count(refusal);
  say(to, of, note, told_word(refusal));
}

void Pond::save(Held& held, sdk::StatusFn done) {
  watch(held);
  ledger.put(notes_table, held.note.id.view(), sdk::bytes::of(held_record(held)), std::move(done));
}

/// The record last: a journey without a note is nothing, a note without its journey would be thrown again.
void Pond::erase(const Id& note) {
  const auto* held = notes.find(note);
  if (!held) return;
  around.host.cancel(held->timer);
  for (const auto& [number, step] : held->journey.steps())
    ledger.erase(steps_table, sdk::bytes::of(step_key(note, number)));
  ledger.erase(notes_table, note.view());
  notes.erase(note);
}

void Pond::remember(const Note& note) {
  const SeenKey key{note.sender, note.id};
  for (const auto& gone : seen.add(key, note.expiry_ms, now_ms())) ledger.erase(seen_table, lent(seen_row(gone)));
  ledger.put(seen_table, lent(seen_row(key)), lent(seen_value(seen.until_ms(key).value_or(0))), {});
}

void Pond::add_step(const Id& note, Step step, sdk::StatusFn done) {
  auto* own = notes.own(note);
  if (!own || own->journey.has(step.voyage, step.node)) return answer(std::move(done), {});
  const auto number = own->journey.add(step);
  ledger.put(steps_table, sdk::bytes::of(step_key(note, number)), sdk::bytes::of(step_record(step)),
             [this, note, number, done = std::move(done)](const sdk::Status& status) {
               auto* kept = notes.own(note);
               if (!status.ok() && kept) kept->journey.drop(number);
               if (done) done(status);
               if (status.ok()) publish("bottle.mine", note);
             });
}

void Pond::load(std::function<void(const sdk::Status&)> done) {
  const auto read_note_entry = [this](sdk::bytes, sdk::bytes value) {
    auto held = read_held_record(around.crypto, value.text());
    if (held) notes.add(std::move(*held));
    return held.has_value();
  };
  const auto read_step = [this](sdk::bytes key, sdk::bytes value) {
    const auto place = read_step_key(key.text());
    auto step = read_step_record(value.text());
    if (!place || !step) return false;
    if (auto* own = notes.own(place->first)) own->journey.restore(place->second, std::move(*step));
    return true;
  };
  const auto read_seen = [this](sdk::bytes row, sdk::bytes value) {
    const auto key = read_seen_row(row);
    const auto until = read_seen_value(value);
    if (key && until) seen.restore(*key, *until);
    return key && until;
  };
  ledger.read({{std::string(notes_table), read_note_entry},
               {std::string(steps_table), read_step},
               {std::string(seen_table), read_seen}},
              std::move(done));
}

void Pond::watch_all() {
  for (const auto place : {Notes::Place::mine, Notes::Place::beach, Notes::Place::shelf, Notes::Place::inbox})
    for (auto* held : notes.in(place)) {
      if (place != Notes::Place::mine) seen.add({held->note.sender, held->note.id}, held->note.expiry_ms, now_ms());
      watch(*held);
    }
  forget_seen();
}

void Pond::watch(Held& held) {
  around.host.cancel(std::exchange(held.timer, 0));
  const auto ends = notes.ends_ms(held);
  if (!ends) return;
  const auto now = now_ms();
  const auto wait = *ends > now ? std::min(*ends - now, longest_sleep_ms) : least_sleep_ms;
  held.timer = around.host.after(wait, [this, note = held.note.id] { end(note); });
}

void Pond::end(const Id& note) {
  auto* held = notes.find(note);
  if (!held) return;
  held->timer = 0;
  if (const auto ends = notes.ends_ms(*held); ends && *ends > now_ms()) return watch(*held);
  if (notes.own(note)) return add_step(note, {Voyage::expired, notes.me, now_ms()}, {});
  const bool is_seen = notes.place_of(held->note) == Notes::Place::beach;
  erase(note);
  if (is_seen) publish("bottle.beach", note);
}

void Pond::forget_seen() {
  for (const auto& key : seen.expire(now_ms())) ledger.erase(seen_table, lent(seen_row(key)));
  around.host.after(longest_sleep_ms, [this] { forget_seen(); });
}

}  // namespace p2pchat::lan_bottle
