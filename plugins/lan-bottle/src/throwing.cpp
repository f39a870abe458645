// SPDX-License-Identifier: MIT
#include "throwing.hpp"

#include <wire/base64.hpp>

#include <algorithm>

namespace p2pchat::lan_bottle {
namespace {

constexpr Waits for_somebody{.first_ms = 2'000, .longest_ms = 600'000};
constexpr Waits for_room{.first_ms = 60'000, .longest_ms = 3'600'000};  // quotas count by the hour
constexpr std::uint32_t enough_keepers = 2;  // of an addressed note, to say that it is at sea: one may end at once

/// The nodes that have a note of mine.
std::set<Id> takers(const Held& own) {
  std::set<Id> nodes;
  for (const auto& [number, step] : own.journey.steps())
    if (step.voyage == Voyage::adrift || step.voyage == Voyage::ashore) nodes.insert(step.node);
  return nodes;
}

}  // namespace

std::uint64_t Throwing::life_ms(std::uint32_t ttl_s) const {
  return ttl_s ? ttl_s * 1000ull : pond_.settings.ttl_days * 86'400'000ull;
}

Note Throwing::new_note(std::string body, const Id& receiver, std::uint64_t life_ms) {
  Note note{.id = {}, .sender = pond_.notes.me, .receiver = receiver, .time_ms = pond_.now_ms()};
  note.expiry_ms = note.time_ms + life_ms;
  note.body = std::move(body);
  note.key = pond_.public_key;
  pond_.around.host.random(note.salt.b, sizeof note.salt.b);
  note.id = note_id(pond_.around.crypto, note);
  return note;
}

void Throwing::sign(Note note, std::function<void(const sdk::Status&, const Note&)> done) {
  const auto octets = signed_bytes(std::string_view(pond_.around.crypto.suite()), note.id);
  pond_.around.identity.sign(octets, [note = std::move(note), done = std::move(done)](const sdk::Status& status,
                                                                                      sdk::bytes signature) mutable {
    note.sign.assign(signature.ptr, signature.ptr + signature.len);
    done(status, note);
  });
}

void Throwing::cast(std::string body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) {
  const auto now = pond_.now_ms();
  const auto mine = pond_.notes.in(Notes::Place::mine);
  const auto recent = std::ranges::count_if(mine, [now](const Held* own) { return own->here_ms + 3'600'000 > now; });
  if (!is_drift_body(body))
    return pond_.answer(std::move(done), {sdk::Errc::invalid, "a bottle holds 1 to 1,000 characters of UTF-8 text"});
  if (life_ms(ttl_s) > longest_life_ms)
    return pond_.answer(std::move(done), {sdk::Errc::invalid, "a bottle lies for 14 days at most"});
  if (static_cast<std::size_t>(recent) + being_signed_ >= pond_.settings.throws_per_hour)
    return pond_.answer(std::move(done), {sdk::Errc::busy, "that many were thrown within the hour; throw it later"});
  if (mine.size() + being_signed_ >= Notes::most_mine) {
    const auto* oldest = mine.empty() ? nullptr : mine.back();
    if (!oldest || oldest->note.expiry_ms > now)
      return pond_.answer(std::move(done), {sdk::Errc::busy, "too many bottles of mine are at sea; throw it later"});
    pond_.erase(oldest->note.id);
  }
  ++being_signed_;
  const auto shared = std::make_shared<std::decay_t<decltype(done)>>(std::move(done));
  sign(new_note(std::move(body), {}, life_ms(ttl_s)), [this, shared](const sdk::Status& status, const Note& note) {
    --being_signed_;
    if (!status.ok()) return pond_.answer(std::move(*shared), status);
    auto& own = pond_.notes.add({.note = note, .here_ms = pond_.now_ms()});
    pond_.save(own, [this, shared, id = note.id](const sdk::Status& saved) {
      if (!saved.ok()) pond_.erase(id);
      if (*shared) (*shared)(saved, id);
      if (!saved.ok()) return;
      pond_.publish("bottle.mine", id);
      retries_.begin(id);
    });
  });
}

/// Nothing of it is kept here: whoever hands one over has it, and hears when others have it, too.
void Throwing::cast_to(const Id& receiver, sdk::bytes sealed, std::uint32_t ttl_s, sdk::StatusFn&& done) {
  if (sealed.len > most_sealed)
    return pond_.answer(std::move(done), {sdk::Errc::too_large, "an addressed bottle holds at most 16 KiB"});
  if (sealed.len == 0 || receiver == Id{} || receiver == pond_.notes.me || life_ms(ttl_s) > longest_life_ms)
    return pond_.answer(std::move(done), {sdk::Errc::invalid, "it is for somebody else, not empty, 14 days at most"});
  if (addressed_under_way_ >= most_at_once)
    return pond_.answer(std::move(done), {sdk::Errc::busy, "that many addressed bottles are on their way"});
  ++addressed_under_way_;
  const auto shared = std::make_shared<sdk::StatusFn>(std::move(done));
  const auto finish = [this, shared](const sdk::Status& status) {
    --addressed_under_way_;
    pond_.answer(std::move(*shared), status);
  };
  std::string body;
  wire::base64_encode(sealed, wire::Alphabet::standard, body);
  sign(new_note(std::move(body), receiver, life_ms(ttl_s)),
       [this, finish](const sdk::Status& status, const Note& note) {
         if (!status.ok()) return finish(status);
         const auto keepers = std::make_shared<std::uint32_t>(0);
         Round round{.note = note};
         round.on_taken = [keepers, finish, receiver = note.receiver](const Id& node) {
           const auto before = *keepers;
           *keepers += node == receiver ? enough_keepers : 1;
           if (before < enough_keepers && *keepers >= enough_keepers) finish({});
         };
         round.on_done = [keepers, finish](const Round& over) {
           if (*keepers >= enough_keepers) return;
           finish(over.taken > 0 ? sdk::Status()
                                 : sdk::Status(sdk::Errc::timed_out, "no node took the bottle; try again later"));
         };
         begin(std::move(round));
       });
}

void Throwing::release(const Id& note) {
  const auto* held = pond_.notes.find(note);
  if (!held) return;
  Round round{.note = held->note, .wanted = 1, .has = {}, .counts = Round::Counts::newcomers};
  round.on_done = [this, note](const Round&) {
    auto* gone = pond_.notes.find(note);
    if (!gone) return;
    if (!gone->owes()) return pond_.erase(note);
    gone->is_thrown = true;
    pond_.save(*gone, {});
  };
  begin(std::move(round));
}

void Throwing::resume() {
  for (const auto* own : pond_.notes.in(Notes::Place::mine))
    if (!own->is_thrown && own->note.expiry_ms > pond_.now_ms()) retries_.begin(own->note.id);
  for (const auto* held : pond_.notes.in(Notes::Place::beach))
    if (held->is_gone && !held->is_thrown) release(held->note.id);
}

void Throwing::on_online() {
  retries_.on_online([](const Id&) { return true; });
}

void Throwing::attempt(const Id& note) {
  const auto* own = pond_.notes.own(note);
  if (!own || own->note.expiry_ms <= pond_.now_ms()) return retries_.end(note);
  Round round{.note = own->note};
  round.has = takers(*own);
  round.wanted = beaches - std::min<std::uint32_t>(beaches, static_cast<std::uint32_t>(round.has.size()));
  round.on_taken = [this, note](const Id& node) { pond_.add_step(note, {Voyage::adrift, node, pond_.now_ms()}, {}); };
  round.on_done = [this, note](const Round& over) { on_attempted(note, over); };
  begin(std::move(round));
}

void Throwing::on_attempted(const Id& note, const Round& round) {
  auto* own = pond_.notes.own(note);
  if (!own) return retries_.end(note);
  if (round.taken < round.wanted)
    return round.refused > 0 ? retries_.later(note, for_room, Hope::time_passes)
                             : retries_.later(note, for_somebody, Hope::somebody_comes);
  retries_.end(note);
  own->is_thrown = true;
  pond_.save(*own, {});
}

void Throwing::begin(Round round) {
  const auto running = std::make_shared<Round>(std::move(round));
  pond_.around.routing.closest(
      running->note.target(), near_nodes,
      [this, running](const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
        for (std::uint32_t i = 0; status.ok() && i < count; ++i) {
          const auto& node = nodes[i].id;
          if (node != pond_.notes.me && node != running->note.sender && !running->has.contains(node))
            running->candidates.push_back(node);
        }
        advance(running);
      });
}

/// As many at once as are still wanted; whoever fails is replaced by the next nearest.
void Throwing::advance(const Shared& round) {
  const auto text = write_note(round->note);
  while (round->taken + round->open < round->wanted && round->next < round->candidates.size()) {
    const auto node = round->candidates[round->next++];
    ++round->open;
    pond_.handover.send(node, note_type, round->note.id, text,
                        [this, round, node](const sdk::Status& status, std::string_view word) {
                          on_answer(round, node, status, {round->note.id, Matter::note, std::string(word)});
                        });
  }
  if (round->open == 0 && round->on_done) std::exchange(round->on_done, {})(*round);
}

void Throwing::on_answer(const Shared& round, const Id& node, const sdk::Status& status, const Word& word) {
  --round->open;
  const bool is_taken = status.ok() && word.is_taken();
  if (is_taken && (round->counts == Round::Counts::all || word.word != "seen")) {
    ++round->taken;
    if (node == round->note.receiver) round->wanted = round->taken;  // nobody else needs it
    if (round->on_taken) round->on_taken(node);
  }
  round->refused += status.ok() && !is_taken;
  advance(round);
}

}  // namespace p2pchat::lan_bottle
