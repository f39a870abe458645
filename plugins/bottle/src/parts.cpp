// SPDX-License-Identifier: MIT
#include "parts.hpp"

#include "bottle/hearing.hpp"

namespace p2pchat::bottle {
namespace {

std::string_view type_of(Matter matter) {
  return matter == Matter::bottle ? bottle_type : matter == Matter::found ? found_type : reply_type;
}

}  // namespace

Parts::Parts(Surroundings surroundings) : shore(std::move(surroundings)) {
  const auto expect = [this](const Held& held) { upkeep.expect(held.ends_ms()); };
  drifting.on_changed = expect;
  mailbag.on_settled = expect;
  throwing.on_new = [this](const Own& own) { upkeep.expect(own.note.expiry_ms); };
  drifting.on_mine = [this](const Id& from, const Held& held, bool is_new) { collecting.on_mine(from, held, is_new); };
}

/// Nobody is heard before everything is read: what was seen must be known.
void Parts::begin(const Id& me, sdk::bytes public_key, std::function<void(const sdk::Status&)> done) {
  shore.around.me = me;
  shore.around.public_key = std::string(public_key.text());
  shore.records.load([this, done = std::move(done)](const sdk::Status& status, Remembered& memory) {
    auto outcome = status;
    if (outcome.ok()) outcome = listen();
    if (outcome.ok()) restore(memory);
    done(outcome);
  });
}

/// Begins to listen to other nodes. Errors: `refused`: somebody else listens.
sdk::Status Parts::listen() {
  const Hearer all[] = {
      {bottle_type, [this](const Id& from, std::string_view text) { drifting.on_bottle(from, text); }},
      {handled_type, [this](const Id& from, std::string_view text) { on_handled(from, text); }},
      {found_type, [this](const Id& from, std::string_view text) { queue.on_found(from, text); }},
      {reply_type, [this](const Id& from, std::string_view text) { queue.on_reply(from, text); }},
      {collect_type, [this](const Id& from, std::string_view text) { holding.on_collect(from, text); }},
      {taken_type, [this](const Id& from, std::string_view text) { holding.on_taken(from, text); }}};
  if (auto status = hear_all(shore.around.network, all); !status.ok()) return status;
  shore.around.host.subscribe("peer.online", [this](sdk::str, const Id& node, sdk::bytes) {
    mailbag.on_online(node);
    holding.on_online(node);
    throwing.on_online();
  });
  return {};
}

void Parts::on_handled(const Id& from, std::string_view text) {
  const auto handled = read_handled(shore.parser, text);
  if (!handled) return shore.refusals.count(Refusal::malformed);
  shore.handover.on_handled(from, type_of(handled->of), handled->bottle, handled->verdict);
}

/// Takes over what an earlier process left and goes on with it.
void Parts::restore(Remembered& memory) {
  shore.beach = std::move(memory.beach);
  shore.mine = std::move(memory.mine);
  shore.seen = std::move(memory.seen);
  admission.restore(memory.quotas);
  shore.blocked.start([this] {
    for (const auto& [key, held] : shore.beach.all())
      if (shore.blocked.contains(key.sender)) shore.publish("bottle.beach", key.bottle);
  });
  drifting.resume();
  throwing.resume();
  shore.around.host.post([this] { collecting.start(); });  // who hears may call back
  upkeep.look();
}

void Parts::beach(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  for (const auto* held : shore.beach.shown(shore.now_ms())) {
    const auto& note = held->note;
    if (shore.blocked.contains(note.sender)) continue;
    each({.id = note.id,
          .sender = note.sender,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = held->here_ms,
          .voyage = held->voyage,
          .hops = note.hops(),
          .answers = held->is_answered,
          .body = note.body});
  }
}

void Parts::mine(const sdk::Fn<void(const sdk::BottleView&)>& each) {
  for (const auto* own : shore.mine.newest_first()) {
    const auto& note = own->note;
    each({.id = note.id,
          .sender = shore.around.me,
          .time_ms = note.time_ms,
          .expiry_ms = note.expiry_ms,
          .here_ms = own->here_ms,
          .voyage = own->journey.voyage(),
          .beaches = own->journey.count(Voyage::ashore),
          .answers = own->journey.count(Voyage::answered),
          .body = note.body});
  }
}

void Parts::journey(const Id& bottle, const sdk::Fn<void(const sdk::BottleStep&)>& each) {
  if (const auto* own = shore.mine.find(bottle)) own->journey.show(each);
}

}  // namespace p2pchat::bottle
