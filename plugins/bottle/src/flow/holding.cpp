// SPDX-License-Identifier: MIT
#include "flow/holding.hpp"

#include "note/note_text.hpp"

namespace p2pchat::bottle {
namespace {

/// So many on their way to one receiver at once, and so long until the same are brought again.
constexpr std::uint32_t most_open = 4;
constexpr std::uint64_t rest_us = 20'000'000;

}  // namespace

void Holding::on_collect(const Id& from, std::string_view text) {
  if (!shore_.words.take(from, shore_.now_ms())) return shore_.refusals.count(Refusal::peer_rate);
  if (!is_collect(shore_.parser, text)) return shore_.refusals.count(Refusal::malformed);
  deliver(from);
}

void Holding::on_online(const Id& node) { deliver(node); }

void Holding::deliver(const Id& receiver) {
  if (receiver == shore_.around.me) return;
  const auto keys = shore_.beach.parcels_for(receiver);
  if (keys.empty()) return void(deliveries_.erase(receiver));
  const auto now = shore_.around.host.ticks_us();
  const auto [found, is_new] = deliveries_.try_emplace(receiver);
  auto& delivery = found->second;
  if (delivery.open > 0 || (!is_new && now - delivery.since_us < rest_us)) return;
  delivery.since_us = now;
  delivery.waiting.assign(keys.begin(), keys.end());
  for (std::uint32_t i = 0; i < most_open; ++i) send_next(receiver);
}

void Holding::send_next(const Id& receiver) {
  const auto found = deliveries_.find(receiver);
  if (found == deliveries_.end()) return;
  auto& delivery = found->second;
  while (!delivery.waiting.empty()) {
    const auto key = delivery.waiting.front();
    delivery.waiting.pop_front();
    const auto* held = shore_.beach.find(key);
    if (!held) continue;
    ++delivery.open;
    shore_.handover.send(receiver, bottle_type, key.bottle, write_note(held->note),
                         [this, receiver](const sdk::Status& status, std::string_view) {
                           const auto place = deliveries_.find(receiver);
                           if (place == deliveries_.end()) return;
                           --place->second.open;
                           if (!status.ok()) place->second.waiting.clear();  // gone again
                           send_next(receiver);
                         });
    return;
  }
}

void Holding::on_taken(const Id& from, std::string_view text) {
  if (!shore_.words.take(from, shore_.now_ms())) return shore_.refusals.count(Refusal::peer_rate);
  const auto bottles = read_taken(shore_.parser, text);
  if (!bottles) return shore_.refusals.count(Refusal::malformed);
  const std::set<Id> ids(bottles->begin(), bottles->end());
  for (const auto& key : shore_.beach.parcels_for(from)) {
    if (!ids.contains(key.bottle)) continue;
    shore_.beach.erase(key);
    shore_.records.erase(key);
  }
}

}  // namespace p2pchat::bottle
