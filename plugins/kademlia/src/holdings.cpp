// SPDX-License-Identifier: MIT
#include "holdings.hpp"

#include "periods.hpp"

#include <algorithm>

namespace p2pchat::kademlia {
namespace {

constexpr std::uint64_t silence_us = 50 * second_us, greeting_us = second_us;

}  // namespace

bool Holdings::hold(const Contact& whom) {
  const auto now_us = node_.host.ticks_us();
  node_.table.erase(whom);  // he says that others cannot reach him
  const auto held = held_.find(whom.id);
  if (held != held_.end() && held->second.address == whom.address && now_us < held->second.until_us) {
    held->second.until_us = now_us + silence_us;
    return true;
  }
  std::erase_if(greeted_us_, [now_us](const auto& greeted) { return now_us > greeted.second + greeting_us; });
  if (!has_room(whom) || greeted_us_.size() >= most || !greeted_us_.emplace(whom.id, now_us).second) return false;
  requests_.ask({.kind = Question::Kind::greet, .whom = whom, .is_client = true}, [this, whom](const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::answered && has_room(whom))
      held_[whom.id] = {whom.address, node_.host.ticks_us() + silence_us};
  });
  return false;
}

bool Holdings::has_room(const Contact& whom) {
  const auto now_us = node_.host.ticks_us();
  std::erase_if(held_, [now_us](const auto& held) { return now_us > held.second.until_us; });
  if (held_.contains(whom.id)) return true;
  const auto is_neighbour = [&](const auto& held) {
    return network_of(held.second.address) == network_of(whom.address);
  };
  return held_.size() < most && std::ranges::count_if(held_, is_neighbour) < std::ptrdiff_t(most_per_network);
}

bool Holdings::holds(const Id& id) const {
  const auto held = held_.find(id);
  return held != held_.end() && node_.host.ticks_us() < held->second.until_us;
}

void Holdings::call(const Id& id, sdk::bytes token) {
  const Octets name(token.ptr, token.ptr + token.len);
  const auto refuse = [this, id, name] { node_.host.publish("relay.refused", id, name); };
  if (!holds(id)) return refuse();
  const Question question{
      .kind = Question::Kind::call, .whom = Contact{id, held_.at(id).address}, .is_client = true, .caller = name};
  requests_.ask(question, [refuse](const Outcome& outcome) {
    if (outcome.kind != Outcome::Kind::answered) refuse();
  });
}

}  // namespace p2pchat::kademlia
