// SPDX-License-Identifier: MIT
#include "logbook.hpp"

#include "bottle/seen_cache.hpp"
#include "durations.hpp"
#include "note/gas_chain.hpp"
#include "note/note_text.hpp"

#include <algorithm>

namespace p2pchat::simulation {
namespace {

bool is_arrival(std::string_view verdict) { return verdict == "ashore" || verdict == "passing"; }

}  // namespace

bool holds(const std::vector<sdk::Id>& ids, const sdk::Id& id) { return std::ranges::find(ids, id) != ids.end(); }

Logbook::Logbook(Sea& sea) : sea_(sea) {
  sea_.exchange().on_sent = [this](const Message& message) { on_sent(message); };
  sea_.exchange().on_arrived = [this](const Message& message) { on_arrived(message); };
  sea_.exchange().on_heard = [this](const Message& message) { on_heard(message); };
}

void Logbook::thrown(const sdk::Id& bottle, const sdk::Id& creator) {
  auto& story = stories_[bottle];
  story.creator = creator;
  story.thrown_us = story.ended_us = sea_.heap().now_us();
}

std::uint64_t Logbook::now_ms() const { return SimHost::epoch_ms + sea_.heap().now_us() / 1000; }

void Logbook::on_sent(const Message& message) {
  ++by_type[message.type];
  if (message.type == bottle::bottle_type) return on_leg(message);
  if (is_cheater && is_cheater(message.from)) return;
  if (message.type == bottle::handled_type) {
    if (const auto handled = bottle::read_handled(parser_, message.body))
      if (handled->of == bottle::Matter::bottle) on_handled(message, *handled);
  } else if (message.type == bottle::found_type) {
    if (const auto found = bottle::read_found(parser_, message.body)) on_found(message, *found);
  } else if (message.type == bottle::reply_type) {
    if (const auto reply = bottle::read_reply(parser_, message.body)) count(reply->proof.bottle);
  }
}

void Logbook::count(const sdk::Id& bottle) {
  if (const auto found = stories_.find(bottle); found != stories_.end()) ++found->second.messages;
}

/// A bottle leaves.
void Logbook::on_leg(const Message& message) {
  bottle::Note note;
  if (!bottle::read_note(parser_, message.body, note).ok()) return;
  const auto found = stories_.find(note.id);
  if (found == stories_.end() || found->second.creator != note.sender) return;
  auto& story = found->second;
  ++story.legs, ++story.messages;
  story.expiry_ms = note.expiry_ms;
  const bool is_honest = !is_cheater || !is_cheater(message.from);
  if (is_honest && now_ms() > note.expiry_ms + minute_ms) ++sent_after_expiry;
}

/// A bottle arrives: what the receiver makes of it must fit.
void Logbook::on_arrived(const Message& message) {
  if (message.type != bottle::bottle_type) return;
  bottle::Note note;
  if (!bottle::read_note(parser_, message.body, note).ok()) return;
  const auto found = stories_.find(note.id);
  const bool is_foreign = found == stories_.end() || found->second.creator != note.sender;
  auto& crypto = sea_.find(message.to)->crypto;
  const bool is_raised = !bottle::gas_holds(crypto, note.gas, note.gas_token, note.gas_anchor);
  raised += is_raised;
  if (is_cheater && is_cheater(message.to)) return;
  hearing_ = {.from = message.from, .leg = {note.id, note.sender, note.gas, note.expiry_ms, is_raised, is_foreign}};
  hearing_->record = record_of(message.to, hearing_->leg);
}

/// `handled` names an id, which two bottles of a cheater may share, and refusals overtake what waits for the disk. So
/// it is not asked which bottle was taken: it is the one whose record was written while it was heard.
void Logbook::on_heard(const Message& message) {
  if (!hearing_) return;
  auto& leg = hearing_->leg;
  leg.is_taken = record_of(message.to, leg) != hearing_->record;
  if (leg.is_taken) on_taken(message, leg);
  if (!hearing_->is_answered) legs_[{leg.bottle, message.from, message.to}].push_back(leg);
  hearing_.reset();
}

void Logbook::on_taken(const Message& message, const Leg& leg) {
  raised_accepted += leg.is_raised;
  taken_after_expiry += now_ms() > leg.expiry_ms + minute_ms;
  foreign_taken += leg.is_foreign;
  taken_twice += !taken_.insert({leg.bottle, leg.sender, message.to}).second;
}

/// What a node's table of held bottles says of one.
std::vector<std::uint8_t> Logbook::record_of(const sdk::Id& node, const Leg& leg) {
  const auto row = bottle::seen_row({leg.sender, leg.bottle});
  return sea_.find(node)->tables.entry("held", {row.begin(), row.end()});
}

/// Who said that it merely passes may find itself among the nearest when others prove dead.
void Logbook::on_found(const Message& message, const bottle::Found& found) {
  const auto known = stories_.find(found.proof.bottle);
  if (known == stories_.end() || known->second.creator != message.to) return;
  auto& story = known->second;
  ++story.messages;
  if (holds(story.ashore, message.from)) return;
  story.ashore.push_back(message.from);
  story.rounds = std::max(story.rounds, bottle::most_gas - found.proof.gas);
  end_leg(found.proof.bottle, story);
}

void Logbook::end_leg(const sdk::Id& bottle, Story& story) {
  if (story.nearest.empty() || !sea_.is_unchanged_since(story.ended_us))
    story.nearest = sea_.nearest(bottle, bottle::beaches, story.creator, story.ashore);
  story.ended_us = sea_.heap().now_us();
}

/// The leg that somebody answers: a refusal the one that it hears, or one that waited; else the first that it took.
std::optional<Logbook::Leg> Logbook::answered(const Message& message, const bottle::Handled& handled) {
  if (hearing_ && hearing_->leg.bottle == handled.bottle && hearing_->from == message.to) {
    hearing_->is_answered = true;
    return hearing_->leg;
  }
  const auto found = legs_.find({handled.bottle, message.to, message.from});
  if (found == legs_.end()) return std::nullopt;
  auto& legs = found->second;
  const auto meant = std::ranges::find(legs, is_arrival(handled.verdict), &Leg::is_taken);
  if (meant == legs.end()) return std::nullopt;
  const auto leg = *meant;
  legs.erase(meant);
  if (legs.empty()) legs_.erase(found);
  return leg;
}

void Logbook::on_handled(const Message& message, const bottle::Handled& handled) {
  const auto found = stories_.find(handled.bottle);
  const auto leg = answered(message, handled);
  const bool arrived = is_arrival(handled.verdict);
  if (!handled.is_taken()) ++refusals[handled.verdict];
  if (!leg || leg->is_foreign || found == stories_.end()) return;
  auto& story = found->second;
  ++story.messages;
  if (arrived) (handled.verdict == "ashore" ? story.ashore : story.passing).push_back(message.from);
  if (handled.verdict == "ashore") story.rounds = std::max(story.rounds, bottle::most_gas - leg->gas);
  end_leg(handled.bottle, story);
}

}  // namespace p2pchat::simulation
