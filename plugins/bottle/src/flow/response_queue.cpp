// SPDX-License-Identifier: MIT
#include "flow/response_queue.hpp"

#include "note/gas_chain.hpp"
#include "note/note_text.hpp"
#include "note/signed_bytes.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

/// So many nodes may say that a bottle is ashore: more than can be true, and no more than a record each is worth.
constexpr std::uint32_t most_beaches = 64;

}  // namespace

void ResponseQueue::on_found(const Id& from, std::string_view text) {
  if (!shore_.words.take(from, shore_.now_ms())) return shore_.refusals.count(Refusal::peer_rate);
  const auto found = read_found(shore_.parser, text);
  if (!found) return shore_.refusals.count(Refusal::malformed);
  const auto& proof = found->proof;
  if (comes_again(from, proof, Matter::found, Voyage::ashore)) return;
  if (const auto refusal = check(from, proof); refusal != Refusal::none)
    return shore_.refuse(from, Matter::found, proof.bottle, refusal);
  const auto& own = *shore_.mine.find(proof.bottle);
  if (own.journey.count(Voyage::ashore) >= most_beaches)
    return shore_.refuse(from, Matter::found, proof.bottle, Refusal::beach_full);
  const auto time = std::clamp(found->time_ms, own.note.time_ms, std::max(own.note.time_ms, shore_.now_ms()));
  keep(from, Matter::found, proof.bottle, {Voyage::ashore, from, time, most_gas - proof.gas, {}});
}

/// Opening costs a private operation: one for each who held the bottle, while there is room.
void ResponseQueue::on_reply(const Id& from, std::string_view text) {
  if (!shore_.words.take(from, shore_.now_ms())) return shore_.refusals.count(Refusal::peer_rate);
  const auto reply = read_reply(shore_.parser, text);
  if (!reply) return shore_.refusals.count(Refusal::malformed);
  const auto& proof = reply->proof;
  if (comes_again(from, proof, Matter::reply, Voyage::answered)) return;
  if (const auto refusal = check(from, proof); refusal != Refusal::none)
    return shore_.refuse(from, Matter::reply, proof.bottle, refusal);
  const auto& journey = shore_.mine.find(proof.bottle)->journey;
  if (journey.count(Voyage::answered) >= Journey::most_answers || shore_.mine.answers() >= Mine::most_answers)
    return shore_.refuse(from, Matter::reply, proof.bottle, Refusal::beach_full);
  pending_.insert({proof.bottle, from, Matter::reply});
  shore_.around.identity.open(reply_context(proof.bottle), reply->sealed,
                              [this, from, proof](const sdk::Status& status, sdk::bytes plain) {
                                on_opened(from, proof, status, plain.text());
                              });
}

void ResponseQueue::on_opened(const Id& from, const Proof& proof, const sdk::Status& status, std::string_view text) {
  pending_.erase({proof.bottle, from, Matter::reply});
  if (!shore_.mine.find(proof.bottle)) return;
  if (!status.ok()) return shore_.refuse(from, Matter::reply, proof.bottle, Refusal::bad_signature);
  if (!is_drift_body(text)) return shore_.refuse(from, Matter::reply, proof.bottle, Refusal::malformed);
  keep(from, Matter::reply, proof.bottle,
       {Voyage::answered, from, shore_.now_ms(), most_gas - proof.gas, std::string(text)});
}

/// Whether this node has said it before; then it hears so, once that is durable.
bool ResponseQueue::comes_again(const Id& from, const Proof& proof, Matter matter, Voyage voyage) {
  if (pending_.contains({proof.bottle, from, matter})) return true;
  const auto* own = shore_.mine.find(proof.bottle);
  if (!own || !own->journey.has(voyage, from)) return false;
  shore_.refuse(from, matter, proof.bottle, Refusal::seen);
  return true;
}

/// A bottle that I do not know is one that I have forgotten, or somebody makes up: no more words about it.
Refusal ResponseQueue::check(const Id& from, const Proof& proof) {
  const auto* own = shore_.mine.find(proof.bottle);
  if (!own || !own->is_ready || own->note.expiry_ms + answers_for_ms <= shore_.now_ms()) return Refusal::expired;
  if (!gas_holds(shore_.around.crypto, proof.gas, proof.gas_token, own->note.gas_anchor)) return Refusal::raised_gas;
  return shore_.blocked.contains(from) ? Refusal::blocked : Refusal::none;
}

void ResponseQueue::keep(const Id& from, Matter matter, const Id& bottle, Step step) {
  const std::tuple place(bottle, from, matter);
  pending_.insert(place);
  add(bottle, std::move(step), [this, from, matter, bottle, place](const sdk::Status& status) {
    pending_.erase(place);
    if (!status.ok()) return shore_.refuse(from, matter, bottle, Refusal::busy);
    shore_.refusals.count(Refusal::none);
    shore_.say(from, matter, bottle, "queued");
  });
}

void ResponseQueue::add(const Id& bottle, Step step, sdk::StatusFn done) {
  auto* own = shore_.mine.find(bottle);
  if (!own || own->journey.has(step.voyage, step.node)) return;
  const auto number = own->journey.add(step);
  shore_.records.save(bottle, number, step, [this, bottle, number, done = std::move(done)](const sdk::Status& status) {
    auto* kept = shore_.mine.find(bottle);
    if (!status.ok() && kept) kept->journey.drop(number);
    if (done) done(status);
    if (status.ok()) shore_.publish("bottle.mine", bottle);
  });
}

}  // namespace p2pchat::bottle
