// SPDX-License-Identifier: MIT
#include "relays.hpp"

#include "periods.hpp"

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t tick_ms = 500, kept_us = 15 * second_us, avoided_us = 5 * minute_us;
constexpr std::uint32_t most_failures = 6;

}  // namespace

void Relays::wake() {
  if (is_running_ || !node_.reach.is_client()) return;
  is_running_ = true;
  relays_.clear();
  tick();
}

void Relays::tick() {
  if (!node_.reach.is_client()) {
    is_running_ = false;  // whoever holds me still may call me for as long as he does
    return;
  }
  const auto now_us = node_.host.ticks_us();
  choose();
  for (auto& [address, relay] : relays_)
    if (!relay.is_asking && now_us >= relay.due_us) ask(relay);
  node_.host.after(tick_ms, [this] { tick(); });
}

/// Fills up with the nearest; one that holds me stays although a nearer one came, until it fails.
void Relays::choose() {
  const auto now_us = node_.host.ticks_us();
  std::erase_if(avoided_us_, [now_us](const auto& avoided) { return now_us > avoided.second; });
  for (const auto& entry : node_.table.nearest(node_.me, bucket_size)) {
    const auto& contact = entry.contact;
    if (relays_.size() >= wanted) return;
    if (reach(contact.address) == Reach::global && !avoided_us_.contains(contact.address))
      relays_.try_emplace(contact.address, Relay{.contact = contact});
  }
}

void Relays::ask(Relay& relay) {
  relay.is_asking = true;
  requests_.ask({.kind = Question::Kind::ping, .whom = relay.contact, .wants = see_me | hold_me},
                [this, address = relay.contact.address](const Outcome& outcome) { take(address, outcome); });
}

void Relays::take(const Address& address, const Outcome& outcome) {
  const auto found = relays_.find(address);
  if (found == relays_.end()) return;
  auto& relay = found->second;
  const auto now_us = node_.host.ticks_us();
  const bool answered = outcome.kind == Outcome::Kind::answered;
  if (answered && outcome.seen) node_.reach.seen(address, *outcome.seen, now_us);
  const bool is_held = answered && (outcome.flags & is_holding) != 0;
  relay.is_asking = false;
  relay.failures = is_held ? 0 : relay.failures + 1;
  relay.due_us = is_held ? now_us + kept_us : now_us;
  if (relay.failures < most_failures) return;
  avoided_us_[address] = now_us + avoided_us;
  relays_.erase(found);
}

}  // namespace p2pchat::kademlia
