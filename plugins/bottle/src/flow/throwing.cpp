// SPDX-License-Identifier: MIT
#include "flow/throwing.hpp"

#include "flow/making.hpp"
#include "note/note_text.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::uint64_t first_wait_ms = 2'000, longest_wait_ms = 600'000;
/// So long a node that has just started waits to know enough others to throw to.
constexpr std::uint64_t newcomer_for_us = 6'000'000;

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
    prepare(id);
    on_changed();
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
    if (!status.ok()) return try_later(bottle);
    stamped->note = ready;
    stamped->is_ready = true;
    shore_.records.save(*stamped, [this, bottle](const sdk::Status& saved) {
      if (saved.ok()) return make_legs(bottle);
      if (auto* unsaved = shore_.mine.find(bottle)) unsaved->is_ready = false;
      try_later(bottle);
    });
  });
}

void Throwing::make_legs(const Id& bottle) {
  const auto* own = shore_.mine.find(bottle);
  if (!own || own->note.expiry_ms <= shore_.now_ms()) return;
  if (is_newcomer(bottle)) return try_later(bottle);
  Round round{.note = own->note};
  round.on_taken = [this, bottle](const Id& node, std::string_view) {
    queue_.add(bottle, {Voyage::adrift, node, shore_.now_ms(), 0, {}}, {});
  };
  round.on_done = [this, bottle](std::uint32_t taken) { on_legs_made(bottle, taken); };
  shore_.rounds.begin(std::move(round));
}

/// A bottle is judged once by whoever gets it: one thrown to the first node met may end far from where it belongs.
bool Throwing::is_newcomer(const Id& bottle) const {
  if (shore_.around.host.ticks_us() - began_us_ >= newcomer_for_us) return false;
  std::uint32_t known = 0;
  shore_.around.routing.known(bottle, beaches, [&known](const sdk::NodeEntry&) { ++known; });
  return known < beaches;
}

void Throwing::on_legs_made(const Id& bottle, std::uint32_t taken) {
  auto* own = shore_.mine.find(bottle);
  if (!own) return;
  if (taken == 0 && own->journey.steps().empty()) return try_later(bottle);
  wait_ms_ = 0;
  own->is_thrown = true;
  shore_.records.save(*own, {});
}

void Throwing::try_later(const Id& bottle) {
  waiting_.insert(bottle);
  if (timer_ != 0) return;
  wait_ms_ = std::clamp(wait_ms_ * 2, first_wait_ms, longest_wait_ms);
  timer_ = shore_.around.host.after(wait_ms_, [this] {
    timer_ = 0;
    try_waiting();
  });
}

void Throwing::on_online() {
  if (waiting_.empty()) return;
  shore_.around.host.cancel(std::exchange(timer_, 0));
  try_waiting();
}

void Throwing::try_waiting() {
  for (const auto& bottle : std::exchange(waiting_, {})) prepare(bottle);
}

}  // namespace p2pchat::bottle
