// SPDX-License-Identifier: MIT
#include "inbox.hpp"

#include <wire/base64.hpp>

namespace p2pchat::lan_bottle {
namespace {

constexpr std::uint64_t often_ms = 60'000, seldom_ms = 600'000, alone_ms = 2'000, often_for_us = 600'000'000,
                        hear_again_ms = 60'000;

}  // namespace

void Inbox::start() {
  is_started_ = true;
  began_us_ = pond_.around.host.ticks_us();
  tell_all();
  ask();
}

void Inbox::listen(HearFn f) {
  hear_ = std::move(f);
  if (is_started_) pond_.around.host.post([this] { tell_all(); });
}

/// Who found nobody asks again soon, for as long as this node is new.
void Inbox::ask() {
  pond_.around.routing.closest(pond_.notes.me, near_nodes,
                               [this](const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
                                 if (!status.ok()) count = 0;
                                 for (std::uint32_t i = 0; i < count; ++i)
                                   pond_.around.network.send(nodes[i].id, collect_type, collect_body, {});
                                 const bool is_new = pond_.around.host.ticks_us() - began_us_ < often_for_us;
                                 const auto wait_ms = !is_new ? seldom_ms : count > 0 ? often_ms : alone_ms;
                                 pond_.around.host.after(wait_ms, [this] { ask(); });
                               });
}

void Inbox::tell(const Held& held) {
  if (!hear_) return;
  if (again_timer_ == 0)
    again_timer_ = pond_.around.host.after(hear_again_ms, [this] {
      again_timer_ = 0;
      tell_all();
    });
  const auto note = held.note.id, sender = held.note.sender;
  if (const auto sealed = wire::base64_decode(held.note.body, wire::Alphabet::standard)) hear_(note, sender, *sealed);
}

/// Whoever hears one may take it at once.
void Inbox::tell_all() {
  std::vector<Id> notes;
  for (const auto* held : pond_.notes.in(Notes::Place::inbox)) notes.push_back(held->note.id);
  while (!notes.empty()) {
    if (const auto* held = pond_.notes.find(notes.back())) tell(*held);
    notes.pop_back();
  }
}

void Inbox::taken(const Id& note) {
  const auto* held = pond_.notes.find(note);
  if (held && pond_.notes.place_of(held->note) == Notes::Place::inbox) pond_.erase(note);
}

}  // namespace p2pchat::lan_bottle
