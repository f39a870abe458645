// SPDX-License-Identifier: MIT
#include "flow/throwing.hpp"

#include "flow/making.hpp"
#include "note/note_text.hpp"

#include <algorithm>
#include <set>

namespace p2pchat::bottle {
namespace {

/// How long a bottle waits for its next try.
constexpr Waits for_somebody{.first_ms = 2'000, .longest_ms = 600'000};
constexpr Waits for_room{.first_ms = 60'000, .longest_ms = 3'600'000};  // quotas count by the hour

/// So long a node that has just started may know few others.
constexpr std::uint64_t newcomer_for_us = 30'000'000;

/// The nodes that have a bottle of mine.
std::set<Id> takers(const Journey& journey) {
  std::set<Id> nodes;
  for (const auto& [number, step] : journey.steps())
    if (step.voyage == Voyage::adrift || step.voyage == Voyage::ashore) nodes.insert(step.node);
  return nodes;
}

}  // namespace

void Throwing::cast(std::string_view body, std::uint32_t ttl_s, sdk::Fn<void(const sdk::Status&, const Id&)>&& done) {
  const auto shared = std::make_shared<std::decay_t<decltype(done)>>(std::move(done));
  const auto answer = [this, shared](const sdk::Status& status) {
    shore_.around.host.post([shared, status] {
      if (*shared) (*shared)(status, {});
    });
  };
  const auto& settings = shore_.around.settings;
  const auto now = shore_.now_ms();
  const auto life_ms = ttl_s ? ttl_s * 1000ull : settings.ttl_days * 86'400'000ull;
  if (!is_drift_body(body)) return answer({sdk::Errc::invalid, "a bottle holds 1 to 1,000 characters of UTF-8 text"});
  if (life_ms > longest_life_ms) return answer({sdk::Errc::invalid, "a bottle drifts for 14 days at most"});
  if (shore_.mine.thrown_within_hour(now) >= settings.throws_per_hour)
    return answer({sdk::Errc::busy, "that many bottles were thrown within the hour; throw the next one later"});
  Own own;
  shore_.around.host.random(own.secret.b, sizeof own.secret.b);
  own.here_ms = now;
  auto time = now;  // the same words at the same time would be the same bottle
  do own.note = new_note(shore_.around, own.secret, std::string(body), {}, time, time + life_ms);
  while (shore_.mine.find(own.note.id) && ++time);
  const auto& kept = shore_.mine.add(std::move(own));
  shore_.records.save(kept, [this, shared, id = kept.note.id](const sdk::Status& status) {
    if (!status.ok()) shore_.mine.erase(id);
    if (*shared) (*shared)(status, id);
    if (!status.ok()) return;
    shore_.publish("bottle.mine", id);
    if (const auto* queued = shore_.mine.find(id)) on_new(*queued);
    prepare(id);
  });
}

void Throwing::resume() {
  began_us_ = shore_.around.host.ticks_us();
  std::vector<Id> unfinished;
  for (const auto& [id, own] : shore_.mine.all())
    if (!own.is_thrown && own.note.expiry_ms > shore_.now_ms()) unfinished.push_back(id);
  for (const auto& id : unfinished) prepare(id);
}

/// Signs and stamps it, unless that is done; what is thrown must be the same after a restart.
void Throwing::prepare(const Id& bottle) {
  auto* own = shore_.mine.find(bottle);
  if (!own) return;
  if (own->is_ready) return make_legs(bottle);
  auto note = new_note(shore_.around, own->secret, own->note.body, {}, own->note.time_ms, own->note.expiry_ms);
  sign_and_stamp(shore_.around, std::move(note), [this, bottle](const sdk::Status& status, const Note& ready) {
    auto* stamped = shore_.mine.find(bottle);
    if (!stamped) return;
    if (!status.ok()) return try_later(bottle, Lack::nobody_there);
    stamped->note = ready;
    stamped->is_ready = true;
    shore_.records.save(*stamped, [this, bottle](const sdk::Status& saved) {
      if (saved.ok()) return make_legs(bottle);
      if (auto* unsaved = shore_.mine.find(bottle)) unsaved->is_ready = false;
      try_later(bottle, Lack::nobody_there);
    });
  });
}

void Throwing::make_legs(const Id& bottle) {
  const auto* own = shore_.mine.find(bottle);
  if (!own || own->note.expiry_ms <= shore_.now_ms()) return retries_.end(bottle);
  if (is_newcomer()) return look_around(bottle);
  begin_round(bottle);
}

bool Throwing::is_newcomer() const { return shore_.around.host.ticks_us() - began_us_ < newcomer_for_us; }

/// A bottle is judged once by whoever gets it: one thrown to the first node met may end far from where it belongs.
void Throwing::look_around(const Id& bottle) {
  shore_.around.routing.closest(bottle, beaches,
                                [this, bottle](const sdk::Status&, const sdk::NodeEntry*, std::uint32_t found) {
                                  if (found < beaches && is_newcomer()) return try_later(bottle, Lack::nobody_there);
                                  begin_round(bottle);
                                });
}

void Throwing::begin_round(const Id& bottle) {
  const auto* own = shore_.mine.find(bottle);
  if (!own) return;
  const auto taken = takers(own->journey);
  Round round{.note = own->note, .reached = {taken.begin(), taken.end()}};
  round.on_taken = [this, bottle](const Id& node, std::string_view) {
    queue_.add(bottle, {Voyage::adrift, node, shore_.now_ms()}, {});
  };
  round.on_done = [this, bottle](const Tally& tally) { on_legs_made(bottle, tally); };
  shore_.rounds.begin(std::move(round));
}

/// Who cannot reach anybody any more in mid-throw has told those whom he did reach that the others have it: it is his
/// to go on.
void Throwing::on_legs_made(const Id& bottle, const Tally& tally) {
  auto* own = shore_.mine.find(bottle);
  if (!own) return;
  if (takers(own->journey).size() < beaches)
    return try_later(bottle, tally.refused > 0 ? Lack::refused : Lack::nobody_there);
  retries_.end(bottle);
  own->is_thrown = true;
  shore_.records.save(*own, {});
}

void Throwing::try_later(const Id& bottle, Lack lack) {
  if (lack == Lack::refused) return retries_.later(bottle, for_room, Hope::time_passes);
  retries_.later(bottle, for_somebody, Hope::somebody_comes);
}

/// Those whose legs are on the way, or were in vain, wait for their time.
void Throwing::on_online() {
  retries_.on_online([](const Id&) { return true; });
}

}  // namespace p2pchat::bottle
