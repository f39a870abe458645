// SPDX-License-Identifier: MIT
#include "news_desk.hpp"

#include <algorithm>

namespace p2pchat::lan_bottle {
namespace {

constexpr std::uint32_t most_answers_in_all = 1'024;
constexpr Waits for_the_sender{.first_ms = 10'000, .longest_ms = 3'600'000};

}  // namespace

void NewsDesk::resume() {
  for (const auto* held : pond_.notes.in(Notes::Place::beach))
    if (held->owes()) owe(held->note.id);
}

void NewsDesk::on_online(const Id& node) {
  retries_.on_online([this, &node](const Id& note) {
    const auto* held = pond_.notes.find(note);
    return held && held->note.sender == node;
  });
}

/// Where it lies first: the sender sees it ashore before it is answered.
void NewsDesk::attempt(const Id& note) {
  const auto* held = pond_.notes.find(note);
  if (!held || !held->owes() || held->note.expiry_ms + answers_for_ms <= pond_.now_ms()) return retries_.end(note);
  const News news{note, held->here_ms, held->owes_news ? Octets() : held->reply};
  pond_.handover.send(
      held->note.sender, news_type, note, write_news(news),
      [this, note, news](const sdk::Status& status, std::string_view word) { on_answer(note, news, status, word); });
}

/// Only `busy` and silence are tried again: whatever else the sender says, it will say again.
void NewsDesk::on_answer(const Id& note, const News& news, const sdk::Status& status, std::string_view word) {
  if (!status.ok() || word == bottle::word(Refusal::busy))
    return retries_.later(note, for_the_sender, Hope::somebody_comes);
  retries_.end(note);
  auto* held = pond_.notes.find(note);
  if (!held) return;
  if (news.sealed.empty())
    held->owes_news = false;
  else
    held->reply.clear();
  if (held->is_gone && held->is_thrown && !held->owes()) return pond_.erase(note);
  pond_.save(*held, {});
  if (held->owes()) owe(note);
}

void NewsDesk::on_news(const Id& from, std::string_view text) {
  if (!pond_.words.take(from, pond_.now_ms())) return pond_.refusals.count(Refusal::peer_rate);
  const auto news = read_news(pond_.parser, text);
  if (!news) return pond_.refusals.count(Refusal::malformed);
  if (pending_.contains({news->note, from})) return;  // it is told again
  if (const auto refusal = check(from, *news); refusal != Refusal::none)
    return pond_.refuse(from, Matter::news, news->note, refusal);
  if (!news->sealed.empty()) return open(from, *news);
  const auto& note = pond_.notes.own(news->note)->note;
  const auto time = std::clamp(news->time_ms, note.time_ms, std::max(note.time_ms, pond_.now_ms()));
  keep(from, news->note, {Voyage::ashore, from, time});
}

/// Who never had the note does not know its id. One that I do not know I have forgotten, or somebody makes it up.
Refusal NewsDesk::check(const Id& from, const News& news) {
  const auto voyage = news.sealed.empty() ? Voyage::ashore : Voyage::answered;
  const auto* own = pond_.notes.own(news.note);
  if (!own || own->note.expiry_ms + answers_for_ms <= pond_.now_ms()) return Refusal::expired;
  if (own->journey.has(voyage, from)) return Refusal::seen;
  if (pond_.blocked.contains(from)) return Refusal::blocked;
  std::uint32_t answers = 0;
  for (const auto* each : pond_.notes.in(Notes::Place::mine)) answers += each->journey.count(Voyage::answered);
  const bool is_full = own->journey.count(voyage) >= Journey::most_answers || answers >= most_answers_in_all;
  return is_full ? Refusal::beach_full : Refusal::none;
}

/// Opening costs a private operation: one for each who had the note, while there is room.
void NewsDesk::open(const Id& from, const News& news) {
  pending_.insert({news.note, from});
  pond_.around.identity.open(reply_context(news.note), news.sealed,
                             [this, from, note = news.note](const sdk::Status& status, sdk::bytes plain) {
                               pending_.erase({note, from});
                               if (!status.ok()) return pond_.refuse(from, Matter::news, note, Refusal::bad_signature);
                               if (!is_drift_body(plain.text()))
                                 return pond_.refuse(from, Matter::news, note, Refusal::malformed);
                               keep(from, note, {Voyage::answered, from, pond_.now_ms(), 0, std::string(plain.text())});
                             });
}

void NewsDesk::keep(const Id& from, const Id& note, Step step) {
  pending_.insert({note, from});
  pond_.add_step(note, std::move(step), [this, from, note](const sdk::Status& status) {
    pending_.erase({note, from});
    if (!status.ok()) return pond_.refuse(from, Matter::news, note, Refusal::busy);
    pond_.refusals.count(Refusal::none);
    pond_.say(from, Matter::news, note, "queued");
  });
}

}  // namespace p2pchat::lan_bottle
