// SPDX-License-Identifier: MIT
#include "notes.hpp"

#include <algorithm>
#include <ranges>

namespace p2pchat::lan_bottle {
namespace {

bool is_read(const Held& held) { return held.voyage == Voyage::read || held.voyage == Voyage::answered; }

}  // namespace

Held* Notes::find(const Id& note) {
  const auto found = all_.find(note);
  return found == all_.end() ? nullptr : &found->second;
}

Notes::Place Notes::place_of(const Note& note) const {
  if (note.sender == me) return Place::mine;
  if (!note.is_addressed()) return Place::beach;
  return note.receiver == me ? Place::inbox : Place::shelf;
}

Held* Notes::found(const Id& note, std::uint64_t now_ms) {
  auto* held = find(note);
  if (!held || place_of(held->note) != Place::beach || held->is_gone) return nullptr;
  return held->voyage == Voyage::kept || now_ms < held->note.expiry_ms ? held : nullptr;
}

Held* Notes::own(const Id& note) {
  auto* held = find(note);
  return held && held->note.sender == me ? held : nullptr;
}

std::vector<Held*> Notes::in(Place place, const std::function<bool(const Held&)>& fits) {
  std::vector<Held*> list;
  for (auto& [id, held] : all_)
    if (place_of(held.note) == place && (!fits || fits(held))) list.push_back(&held);
  std::ranges::sort(list, std::greater{}, [](const Held* held) { return std::pair(held->here_ms, held->note.id); });
  return list;
}

std::optional<std::uint64_t> Notes::ends_ms(const Held& held) const {
  const auto expiry = held.note.expiry_ms;
  if (held.note.sender == me) return held.journey.has(Voyage::expired, me) ? std::nullopt : std::optional(expiry);
  if (held.owes()) return expiry + answers_for_ms;
  if (held.voyage == Voyage::kept && !held.is_gone) return std::nullopt;
  return expiry;
}

std::optional<Id> Notes::makes_room(const Note& newcomer) {
  const auto movable = in(place_of(newcomer), [](const Held& held) {
    return held.voyage != Voyage::kept && !held.owes() && !held.is_gone;
  });
  std::map<Id, std::size_t> unread{{newcomer.sender, 0}};
  for (const auto* held : movable | std::views::reverse) {  // oldest first
    if (is_read(*held)) return held->note.id;
    ++unread[held->note.sender];
  }
  const auto largest = std::ranges::max_element(unread, {}, [](const auto& each) { return each.second; });
  if (largest->second < unread[newcomer.sender] + 2) return std::nullopt;
  for (const auto* held : movable | std::views::reverse)
    if (held->note.sender == largest->first) return held->note.id;
  return std::nullopt;
}

}  // namespace p2pchat::lan_bottle
