// SPDX-License-Identifier: MIT
#include "flow/rounds.hpp"

#include "note/endpoint.hpp"
#include "note/gas_chain.hpp"
#include "note/messages.hpp"
#include "note/note_text.hpp"

#include <algorithm>

namespace p2pchat::bottle {
namespace {

constexpr std::uint32_t most_known = 16;

}  // namespace

Course Rounds::course(const Round& round) const { return course(round, {}); }

Course Rounds::course(const Round& round, const std::vector<Id>& absent) const {
  View view{.me = around_.me, .known = {}, .absent = absent, .reached = round.reached};
  view.released = round.kind == Round::Kind::release;
  around_.routing.known(round.note.target(), most_known, [&view](const sdk::NodeEntry& entry) {
    view.known.push_back(neighbour_at(entry.id, entry.endpoint));
  });
  return judge(round.note, view);
}

/// A released bottle makes one more round, which spends all its gas: with any left, who gets it would only send it back
/// to the beaches that have it. Its list counts no more: that names those beaches, not who never saw it.
void Rounds::begin(Round round) {
  const auto running = std::make_shared<Running>();
  running->round = std::move(round);
  auto& note = running->round.note;
  if (running->round.kind == Round::Kind::release) {
    note.nearest.clear();
    for (; note.gas > 1; --note.gas) note.gas_token = next_token(around_.crypto, note.gas_token);
  }
  ++under_way_;
  around_.host.post([this, running] { advance(running); });
}

/// Judges again and sends to the nearest that is named and has not got it yet: one leg after the other, so that no copy
/// names a node that did not answer.
void Rounds::advance(const Shared& running) {
  auto& round = running->round;
  const auto course = this->course(round, running->absent());
  if (course.ashore && !std::exchange(round.is_ashore, true) && round.on_ashore) round.on_ashore();
  const bool is_enough = round.kind == Round::Kind::release && running->tally.taken > 0;
  if (!course.targets.empty() && !running->is_sending() && !is_enough) send(running, course, course.targets.front());
  for (const auto& node : course.claimed) make_sure(running, node);
  for (const auto& node : course.targets) make_sure(running, node.id);
  if (running->open > 0 || std::exchange(running->is_over, true)) return;
  --under_way_;
  if (round.on_done) round.on_done(running->tally);
}

std::vector<Id> Rounds::Running::absent() const {
  std::set<Id> nodes;
  for (const auto& [answer, node] : missed) nodes.insert(node);
  return {nodes.begin(), nodes.end()};
}

/// Whether a leg is under way to somebody who may be there.
bool Rounds::Running::is_sending() const {
  return std::ranges::any_of(awaited, [&](const auto& each) {
    const auto& [answer, node] = each.first;
    return answer == Answer::to_leg && !missed.contains({Answer::to_ping, node});
  });
}

/// Something was asked of a node: for a while it is thought to be there.
void Rounds::await(const Shared& running, const Await& what) {
  ++running->open;
  running->awaited[what] = around_.host.after(what.first == Answer::to_leg ? leg_ms : ping_ms, [this, running, what] {
    running->awaited.erase(what);
    running->missed.insert(what);
    advance(running);
  });
}

/// It answered, or it is known that it does not.
void Rounds::settle(Running& running, const Await& what, bool is_present) {
  --running.open;
  if (const auto timer = running.awaited.extract(what)) around_.host.cancel(timer.mapped());
  if (!is_present) return void(running.missed.insert(what));
  running.missed.erase(what);
  if (what.first == Answer::to_leg) running.missed.erase({Answer::to_ping, what.second});
}

/// Who has it by the word of the list alone is asked whether he lives, and who shall have it before it is his turn: so
/// the dead are found out all at once. It costs at most a ping when he lives.
void Rounds::make_sure(const Shared& running, const Id& node) {
  if (running->round.kind == Round::Kind::release || !running->pinged.insert(node).second) return;
  const Await ping{Answer::to_ping, node};
  await(running, ping);
  around_.routing.locate(node, [this, running, ping](const sdk::Status& status, const sdk::NodeEntry&) {
    settle(*running, ping, status.ok());
    advance(running);
  });
}

void Rounds::send(const Shared& running, const Course& course, const Neighbour& to) {
  auto& round = running->round;
  round.reached.push_back(to.id);
  await(running, {Answer::to_leg, to.id});
  const auto body = write_note(leg_of(around_.crypto, round.note, course, around_.me, to));
  handover_.send(to.id, bottle_type, round.note.id, body,
                 [this, running, node = to.id](const sdk::Status& status, std::string_view verdict) {
                   on_answer(running, node, status, verdict);
                 });
}

void Rounds::on_answer(const Shared& running, const Id& node, const sdk::Status& status, std::string_view verdict) {
  auto& round = running->round;
  const Handled handled{round.note.id, Matter::bottle, std::string(verdict)};
  const bool is_taken = status.ok() && handled.is_taken();
  const bool is_new = round.kind == Round::Kind::drift || verdict != "seen";
  settle(*running, {Answer::to_leg, node}, is_taken && is_new);
  if (is_taken && is_new) {
    ++running->tally.taken;
    if (round.on_taken) round.on_taken(node, verdict);
  } else {
    std::erase(round.reached, node);
    running->tally.refused += status.ok() && !is_taken;
  }
  advance(running);
}

}  // namespace p2pchat::bottle
