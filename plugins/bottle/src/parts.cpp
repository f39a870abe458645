// SPDX-License-Identifier: MIT
#include "parts.hpp"

namespace p2pchat::bottle {
namespace {

std::string_view type_of(Matter matter) {
  return matter == Matter::bottle ? bottle_type : matter == Matter::found ? found_type : reply_type;
}

}  // namespace

Bottle::Parts::Parts(Surroundings surroundings) : shore(std::move(surroundings)) {
  const auto expect = [this](const Held& held) { upkeep.expect(held.ends_ms()); };
  drifting.on_changed = expect;
  mailbag.on_settled = expect;
  throwing.on_new = [this](const Own& own) { upkeep.expect(own.note.expiry_ms); };
  drifting.on_mine = [this](const Id& from, const Held& held, bool is_new) { collecting.on_mine(from, held, is_new); };
}

sdk::Status Bottle::Parts::listen() {
  using Hear = std::function<void(const Id&, std::string_view)>;
  const std::pair<const char*, Hear> all[] = {
      {bottle_type, [this](const Id& from, std::string_view text) { drifting.on_bottle(from, text); }},
      {handled_type, [this](const Id& from, std::string_view text) { on_handled(from, text); }},
      {found_type, [this](const Id& from, std::string_view text) { queue.on_found(from, text); }},
      {reply_type, [this](const Id& from, std::string_view text) { queue.on_reply(from, text); }},
      {collect_type, [this](const Id& from, std::string_view text) { holding.on_collect(from, text); }},
      {taken_type, [this](const Id& from, std::string_view text) { holding.on_taken(from, text); }}};
  for (const auto& [type, hear] : all) {
    const auto status = shore.around.network.on_message(
        type, [hear](const Id& from, std::uint64_t, sdk::str text) { hear(from, text); });
    if (!status.ok()) return status;
  }
  shore.around.host.subscribe("peer.online", [this](sdk::str, const Id& node, sdk::bytes) {
    mailbag.on_online(node);
    holding.on_online(node);
    throwing.on_online();
  });
  return {};
}

void Bottle::Parts::on_handled(const Id& from, std::string_view text) {
  const auto handled = read_handled(shore.parser, text);
  if (!handled) return shore.refusals.count(Refusal::malformed);
  shore.handover.on_handled(from, type_of(handled->of), handled->bottle, handled->verdict);
}

void Bottle::Parts::restore(Remembered& memory) {
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

}  // namespace p2pchat::bottle
