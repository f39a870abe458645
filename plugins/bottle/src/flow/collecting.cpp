// SPDX-License-Identifier: MIT
#include "flow/collecting.hpp"

#include <wire/base64.hpp>

namespace p2pchat::bottle {
namespace {

constexpr std::uint32_t asked_nodes = 8;
constexpr std::uint64_t often_ms = 60'000, seldom_ms = 600'000, often_for_us = 600'000'000, alone_ms = 5'000,
                        tell_after_ms = 500, hear_again_ms = 60'000;

}  // namespace

void Collecting::start() {
  is_started_ = true;
  began_us_ = shore_.around.host.ticks_us();
  if (!hear_) return;
  tell_all();
  ask();
}

void Collecting::listen(HearFn f) {
  const bool is_first = !hear_;
  hear_ = std::move(f);
  if (!is_started_ || !hear_) return;
  shore_.around.host.post([this] { tell_all(); });
  if (is_first) ask();
}

void Collecting::ask() {
  shore_.around.routing.closest(shore_.around.me, asked_nodes,
                                [this](const sdk::Status& status, const sdk::NodeEntry* nodes, std::uint32_t count) {
                                  nearest_.clear();
                                  for (std::uint32_t i = 0; status.ok() && i < count; ++i) nearest_.insert(nodes[i].id);
                                  for (const auto& node : nearest_)
                                    shore_.around.network.send(node, collect_type, collect_body, {});
                                  ask_later(!nearest_.empty());
                                });
}

/// Who found nobody asks again soon, for as long as this node is new.
void Collecting::ask_later(bool has_asked) {
  const bool is_new = shore_.around.host.ticks_us() - began_us_ < often_for_us;
  const auto wait_ms = !is_new ? seldom_ms : has_asked ? often_ms : alone_ms;
  shore_.around.host.after(wait_ms, [this] { ask(); });
}

void Collecting::on_mine(const Id& from, const Held& held, bool is_new) {
  if (!is_new) {
    taken_from_[from].insert(held.note.id);
    return tell_soon();
  }
  nearest_.insert(from);
  tell(key_of(held.note));
}

void Collecting::tell(const SeenKey& key) {
  const auto* held = shore_.beach.find(key);
  if (!hear_ || !held) return;
  if (again_timer_ == 0) again_timer_ = shore_.around.host.after(hear_again_ms, [this] { tell_again(); });
  const auto sealed = wire::base64_decode(held->note.body, wire::Alphabet::standard);
  if (!sealed) return taken(key.bottle);  // worth nothing
  hear_(key.bottle, key.sender, *sealed);
}

void Collecting::tell_all() {
  for (const auto& key : shore_.beach.parcels_for(shore_.around.me)) tell(key);
}

void Collecting::tell_again() {
  again_timer_ = 0;
  tell_all();
}

void Collecting::taken(const Id& bottle) {
  for (const auto& key : shore_.beach.parcels_for(shore_.around.me)) {
    if (key.bottle != bottle) continue;
    shore_.beach.erase(key);
    shore_.records.erase(key);
    taken_.insert(bottle);
    tell_soon();
  }
}

/// What was taken within a moment is told in one message to each.
void Collecting::tell_soon() {
  if (std::exchange(is_telling_, true)) return;
  shore_.around.host.after(tell_after_ms, [this] {
    is_telling_ = false;
    for (const auto& node : nearest_) taken_from_[node].insert(taken_.begin(), taken_.end());
    taken_.clear();
    for (const auto& [node, bottles] : std::exchange(taken_from_, {})) send_taken(node, bottles);
  });
}

void Collecting::send_taken(const Id& to, const std::set<Id>& bottles) {
  std::vector<Id> part;
  const auto send = [&] {
    if (!part.empty()) shore_.around.network.send(to, taken_type, write_taken(part), {});
    part.clear();
  };
  for (const auto& bottle : bottles) {
    part.push_back(bottle);
    if (part.size() == most_taken) send();
  }
  send();
}

}  // namespace p2pchat::bottle
